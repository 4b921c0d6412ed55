import { TokenKind } from './tokenKind';

/** The keywords in capitals, in the order of their kinds. */
export const keywords: readonly string[] = Object.keys(TokenKind).filter(
  (name) => TokenKind[name as keyof typeof TokenKind] >= TokenKind.ADD,
);

/** What `hashStep` starts from. */
export const hashSeed = 7;

/** Adds one character of a word to its hash; letters count without case. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 0x20)) | 0;
}

const longest = Math.max(...keywords.map(({ length }) => length));

/** An open table four times as large as its content: a miss is nearly always decided by one empty slot. */
const slotCount = 2048;
const slots = new Uint16Array(slotCount);
for (const word of keywords) {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
  let slot = hash & (slotCount - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
  slots[slot] = TokenKind[word as keyof typeof TokenKind];
}

/** The keyword kind of the word from `start` to `end`, or Identifier; `hash` is that of its characters. */
export function wordKind(text: string, start: number, end: number, hash: number): TokenKind {
  if (end - start > longest) return TokenKind.Identifier;
  for (let slot = hash & (slotCount - 1); ; slot = (slot + 1) & (slotCount - 1)) {
    const kind = slots[slot] as TokenKind | 0;
    if (kind === 0) return TokenKind.Identifier;
    if (isSpelled(text, start, end, keywords[kind - TokenKind.ADD] as string)) return kind;
  }
}

function isSpelled(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  // In a word made of letters and `_` alone, clearing bit 5 is putting it into capitals.
  for (let at = 0; at < word.length; at++) {
    if ((text.charCodeAt(start + at) & ~0x20) !== word.charCodeAt(at)) return false;
  }
  return true;
}
