import type { ValueKind } from './resultType';

/** Turns DuckDB's text of a stored value into the text that people see; `undefined` when they are the same. */
export function shownTextOf(values: ValueKind): ((text: string) => string) | undefined {
  return values.kind === 'float32' || values.kind === 'float64' ? floatText : undefined;
}

function floatText(text: string): string {
  return specialFloats.get(text) ?? text;
}

const specialFloats: ReadonlyMap<string, string> = new Map([
  ['nan', 'NaN'],
  ['inf', 'Infinity'],
  ['-inf', '-Infinity'],
]);
