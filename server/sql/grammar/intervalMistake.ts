/** What the string of an interval from one unit to another looks like. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ['YEAR TO MONTH', /^[+-]?\d+-\d+$/],
  ['DAY TO HOUR', /^[+-]?\d+ \d+$/],
  ['DAY TO MINUTE', /^[+-]?\d+ \d+:\d+$/],
  ['DAY TO SECOND', /^[+-]?\d+ \d+:\d+:\d+(\.\d+)?$/],
  ['HOUR TO MINUTE', /^[+-]?\d+:\d+$/],
  ['HOUR TO SECOND', /^[+-]?\d+:\d+:\d+(\.\d+)?$/],
  ['MINUTE TO SECOND', /^[+-]?\d+:\d+(\.\d+)?$/],
]);

const examples: ReadonlyMap<string, string> = new Map([
  ['YEAR TO MONTH', "'1-6'"],
  ['DAY TO HOUR', "'1 12'"],
  ['DAY TO MINUTE', "'1 12:30'"],
  ['DAY TO SECOND', "'1 12:30:00'"],
  ['HOUR TO MINUTE', "'12:30'"],
  ['HOUR TO SECOND', "'12:30:00'"],
  ['MINUTE TO SECOND', "'30:00'"],
]);

/**
 * Why the string of an interval does not fit its units (in capitals); undefined where it does, or where its value is
 * no string.
 */
export function intervalMistake(
  written: string | undefined,
  from: string,
  to: string | undefined,
): string | undefined {
  if (to === undefined) {
    const fits = written === undefined || /^\s*[+-]?\s*\d*\.?\d*\s*$/.test(written);
    return fits
      ? undefined
      : `An interval of ${from} is one number; for more units write them all, as in '1 12:30:00' DAY TO SECOND`;
  }
  const units = `${from.replace(/S$/, '')} TO ${to.replace(/S$/, '')}`;
  const form = forms.get(units);
  if (!form)
    return `An interval does not reach from ${from} to ${to}; write the larger unit first, such as DAY TO HOUR`;
  if (written === undefined) return `An interval of ${units} is a string, such as ${examples.get(units)}`;
  return form.test(written.trim()) ? undefined : `An interval of ${units} looks like ${examples.get(units)}`;
}
