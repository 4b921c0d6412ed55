/** A row in the text format of COPY: cells between tabs, nulls as `\N`. */
export function copyLine(cells: readonly (Buffer | string | undefined)[]): Buffer {
  return Buffer.from(`${cells.map(copyCell).join('\t')}\n`);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyCell(cell: Buffer | string | undefined): string {
  return cell === undefined
    ? '\\N'
    : String(cell).replace(/[\\\t\n\r]/g, (letter) => escapes[letter] as string);
}
