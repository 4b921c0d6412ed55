/** JSON with names replaced, wherever a text or a key is exactly one of them. */
export function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, renamed(inner, names)]);
  return Object.fromEntries(entries) as unknown;
}
