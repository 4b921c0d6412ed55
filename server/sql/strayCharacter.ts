/** What to say about a character that starts no token. */
export function strayCharacter(character: string): string {
  const meant = meanings.get(character);
  if (meant) return `${character} is not SQL; write ${meant}`;
  const code = character.codePointAt(0) ?? 0;
  const isVisible = code > 0x20 && (code < 0x7f || code > 0xa0) && !(code >= 0xd800 && code < 0xe000);
  const shown = isVisible ? character : `The character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${shown} cannot stand here`;
}

/** Signs that word processors and chat programs put in place of those of SQL. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['\u2018', "the straight quote '"],
  ['\u2019', "the straight quote '"],
  ['\u201c', 'the straight quote "'],
  ['\u201d', 'the straight quote "'],
  ['\u2013', 'the minus sign -'],
  ['\u2014', 'the minus sign -'],
  ['\u2026', 'three dots ...'],
]);
