/** A row of CSV from the texts of its fields; nothing for a null that is alone. */
export function csvText(texts: readonly (string | undefined)[]): string | undefined {
  if (texts.length === 1 && texts[0] === undefined) return undefined;
  return texts.map((text, at) => (text === undefined ? '' : fieldText(text.trim(), at))).join(',');
}

/** A sharp at the start of a row would make it a comment. */
function fieldText(text: string, at: number): string {
  const asks = text === '' || /[",\r\n]/.test(text) || (at === 0 && text.startsWith('#'));
  return asks ? `"${text.replaceAll('"', '\\"')}"` : text;
}
