/** A call whose arguments may be replaced one by one; the text alternates with the slots. */
export interface CallTemplate {
  readonly texts: readonly string[];
  readonly slots: readonly Slot[];
}

export interface Slot {
  /** Name of the column that is the usual argument; `c` where it must be constant. */
  readonly class: string;
  /** Constants that may stand there, the usual one first. */
  readonly values: readonly string[];
}

/** Reads templates, one a line: `substring({s|'feature'|''}, {i|2|0})`. */
export function callTemplates(lines: string): readonly CallTemplate[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map(readTemplate);
}

function readTemplate(line: string): CallTemplate {
  // A JSON document in a value has braces of its own, always inside single quotes.
  const slot = /\{(\w+)\|((?:'(?:[^'\\]|\\.|'')*'|[^'{}])*)\}/g;
  const slots = [...line.matchAll(slot)].map(([, name, values]) => ({
    class: name as string,
    values: splitValues(values as string),
  }));
  return { texts: line.replace(slot, '\0').split('\0'), slots };
}

function splitValues(values: string): readonly string[] {
  return values.match(/(?:'(?:[^'\\]|\\.|'')*'|[^'|])+/g) ?? [];
}

export function fill(template: CallTemplate, args: readonly string[]): string {
  return template.texts.map((text, at) => text + (args[at] ?? '')).join('');
}

/** The usual call, and that with one argument replaced by each of its alternatives. */
export function variations(
  template: CallTemplate,
  usual: (slot: Slot) => string,
  alternatives: (slot: Slot) => readonly string[],
): readonly string[] {
  const base = template.slots.map(usual);
  return [
    fill(template, base),
    ...template.slots.flatMap((slot, at) =>
      alternatives(slot).map((alternative) => fill(template, base.with(at, alternative))),
    ),
  ];
}
