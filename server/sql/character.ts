/** Classes of characters as bits, for the lexer. */
export const space = 1;
export const letter = 2;
export const digit = 4;

const ascii = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32]) ascii[code] = space;
for (let code = 48; code <= 57; code++) ascii[code] = digit;
for (let code = 65; code <= 90; code++) ascii[code] = ascii[code + 32] = letter;
ascii[95] = letter;

/** The class of a UTF-16 unit; 0 for every other character, and for NaN after the end of a text. */
export function classOf(code: number): number {
  return code < 128 ? (ascii[code] as number) : code > 127 ? wideClass(code) : 0;
}

/**
 * Outside ASCII, letters of any script may stand in names. The separators and the byte order mark are white space;
 * typographic quotes and dashes, and halves of surrogate pairs, belong to no token.
 */
function wideClass(code: number): number {
  if (code === 0xa0 || code === 0xfeff || code === 0x3000 || (code >= 0x2000 && code <= 0x200b)) return space;
  if (code === 0x1680 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f)
    return space;
  if (code < 0xa0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0xd800 && code <= 0xdfff)) return 0;
  return code >= 0xfff0 ? 0 : letter;
}

export function isSpace(code: number): boolean {
  return classOf(code) === space;
}

/** May stand inside a bare name. */
export function isWordPart(code: number): boolean {
  return (classOf(code) & (letter | digit)) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
