import { isLineBreak } from './character';
import type { Parser } from './parser';
import { TokenKind } from './tokenKind';
import type { Tokens } from './tree';

/** Reports the first string, quoted name or comment that is never closed. */
export function unclosedTokens(p: Parser, text: string, tokens: Tokens): void {
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at] as TokenKind;
    const quote = quotes.get(kind);
    if (quote === undefined && kind !== TokenKind.BlockComment) continue;
    const start = tokens.starts[at] as number;
    const end = tokens.starts[at + 1] as number;
    if (end < text.length && !isLineBreak(text.charCodeAt(end))) continue;
    const closing = quote ?? '*/';
    if (quote === undefined ? isClosedComment(text, start, end) : isClosedQuote(text, start, end, quote))
      continue;
    p.lexical(
      `This ${kind === TokenKind.BlockComment ? 'comment' : kind === TokenKind.String ? 'string' : 'name'} is not closed: ${closing} is missing`,
      { start, end },
      { title: `Insert ${closing}`, range: { start: end, end }, text: closing },
    );
    return;
  }
}

const quotes: ReadonlyMap<TokenKind, string> = new Map([
  [TokenKind.String, "'"],
  [TokenKind.DoubleQuoted, '"'],
  [TokenKind.BackQuoted, '`'],
]);

function isClosedQuote(text: string, start: number, end: number, quote: string): boolean {
  const open = text.indexOf(quote, start);
  const backslash = quote !== '`' && !/[rR]/.test(text.slice(start, open));
  for (let at = open + 1; at < end; at++) {
    const char = text[at];
    if (char === '\\' && backslash) at++;
    else if (char === quote) {
      if (text[at + 1] !== quote || at + 1 >= end) return at === end - 1;
      at++;
    }
  }
  return false;
}

function isClosedComment(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end - 1; at++) {
    const two = text.slice(at, at + 2);
    if (two === '/*') depth++;
    else if (two === '*/') depth--;
    else continue;
    at++;
  }
  return depth === 0;
}
