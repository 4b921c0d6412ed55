/** The fields of a row of CSV: nothing between commas is null, `""` an empty text. A backslash frees a quote. */
export function csvFields(row: string): readonly (string | undefined)[] {
  const fields: (string | undefined)[] = [];
  let at = 0;
  do {
    const quoted = quotedField(row, at);
    const end = quoted ? quoted.end : endOf(row, at);
    const bare = row.slice(at, end);
    fields.push(quoted ? quoted.text : bare === '' ? undefined : bare);
    at = end + 1;
  } while (at <= row.length);
  return fields;
}

function endOf(row: string, from: number): number {
  const comma = row.indexOf(',', from);
  return comma < 0 ? row.length : comma;
}

/** `undefined` where the quotes do not hold the whole field: then they are part of it. */
function quotedField(row: string, from: number): { readonly text: string; readonly end: number } | undefined {
  const start = /^ */.exec(row.slice(from))?.[0].length ?? 0;
  if (row.charAt(from + start) !== '"') return undefined;
  const [whole, inner] = /^"((?:[^"\\]|\\[\s\S])*)(?:" *(?=,|$)|$)/.exec(row.slice(from + start)) ?? [];
  if (whole === undefined || inner === undefined) return undefined;
  return { text: inner.replace(/\\"/g, '"'), end: from + start + whole.length };
}
