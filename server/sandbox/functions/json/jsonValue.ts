/** A value of JSON. Numbers keep their text, and names that stand twice stay. */
export type JsonValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] };

export type JsonEntry = readonly [name: string, value: JsonValue];

export function isWholeNumber(text: string): boolean {
  return /^-?\d+$/.test(text);
}
