import type { NestedValue } from './nestedValue';

/** A cell shows no more than this of a nested value; the viewer shows all. */
const longest = 300;

/** A nested value on one line, without the quotes around keys: `{user_id: "81", items: [{…}, {…}]}`. */
export function compactText(value: NestedValue): string {
  const text = compact(value, longest);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `room` bounds the work: beyond it the text is cut anyway. */
function compact(value: NestedValue, room: number): string {
  switch (value.kind) {
    case 'object':
      return `{${joined(value.entries, room, ([key, inner], left) => `${key}: ${compact(inner, left)}`)}}`;
    case 'array':
      return `[${joined(value.items, room, compact)}]`;
    case 'string':
      return JSON.stringify(value.text);
    case 'null':
      return 'null';
    case 'number':
    case 'boolean':
      return value.text;
  }
}

function joined<T>(items: readonly T[], room: number, text: (item: T, room: number) => string): string {
  let out = '';
  for (const [index, item] of items.entries()) {
    if (out.length > room) break;
    out += (index > 0 ? ', ' : '') + text(item, room - out.length);
  }
  return out;
}
