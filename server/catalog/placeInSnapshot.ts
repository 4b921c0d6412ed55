import type { TextRange } from '../base/textRange';

/**
 * Where the text of a snapshot names a table, or the field at a path in it. A field is found where its name comes
 * before its type, as the product writes it; otherwise the table is given.
 */
export function placeInSnapshot(
  text: string,
  table: string,
  path: readonly string[] = [],
): TextRange | undefined {
  const [whole, label = ''] =
    new RegExp(`("table"\\s*:\\s*)${escaped(JSON.stringify(table))}`).exec(text) ?? [];
  if (whole === undefined) return undefined;
  const at = text.indexOf(whole);
  const own = { start: at + label.length + 1, end: at + whole.length - 1 };
  return path.length === 0 ? own : (fieldPlace(text, own.end + 1, path) ?? own);
}

/** Reads on from within a data set to its end, and keeps the names of the fields around the place. */
function fieldPlace(text: string, from: number, path: readonly string[]): TextRange | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;
  const names: (string | undefined)[] = [];
  let depth = 0;
  let key = '';
  let last = '';
  tokens.lastIndex = from;
  for (let match = tokens.exec(text); match && depth >= 0; match = tokens.exec(text)) {
    const [token] = match;
    if (token === '{' || token === '[') names[++depth] = undefined;
    else if (token === '}' || token === ']') depth--;
    else if (token === ':') key = last;
    else if (token === ',') key = '';
    else {
      last = token;
      if (key !== '"name"') continue;
      key = '';
      names[depth] = token.slice(1, -1);
      const around = names.slice(0, depth + 1).filter((name) => name !== undefined);
      const isIt = around.length === path.length && around.every((name, index) => name === path[index]);
      if (isIt) return { start: match.index + 1, end: match.index + token.length - 1 };
    }
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
