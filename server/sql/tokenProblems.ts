import type { TextRange } from '../base/textRange';
import { numberMistake } from './numberMistake';
import type { Parser } from './parser';
import { isTrivia, TokenKind } from './tokenKind';
import { shortened } from './tokenName';
import type { SyntaxProblem, Tokens } from './tree';

/** Reports what is wrong with a token by itself: numbers out of range, names that need quotes, misplaced hints. */
export function tokenProblems(p: Parser, text: string, tokens: Tokens): void {
  const isWide = wide.test(text);
  let previous = TokenKind.EndOfText;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at] as TokenKind;
    const start = tokens.starts[at] as number;
    if (isSuspect(text, start, kind) || (isWide && kind === TokenKind.Identifier)) {
      const range = { start, end: tokens.starts[at + 1] as number };
      const word = text.slice(start, range.end);
      const problem = problemOf(kind, word, previous);
      if (problem) p.mistake(problem, range, kind === TokenKind.Identifier ? quoted(word, range) : undefined);
    }
    if (!isTrivia(kind)) previous = kind;
  }
}

const wide = /[\u0080-\uffff]/;

/** A first look, without taking the token's text out of the statement's. */
function isSuspect(text: string, start: number, kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.Number:
      return true;
    case TokenKind.BlockComment:
      return text.charCodeAt(start + 2) === 0x2b; // +
    case TokenKind.String:
      return (text.charCodeAt(start) | 0x20) === 0x78; // x
    default:
      return false;
  }
}

function quoted(word: string, range: TextRange): NonNullable<SyntaxProblem['fix']> {
  return { title: 'Put the name in back quotes', range, text: `\`${word}\`` };
}

function problemOf(kind: TokenKind, word: string, previous: TokenKind): string | undefined {
  switch (kind) {
    case TokenKind.Number:
      return numberMistake(word, previous === TokenKind.Minus);
    case TokenKind.BlockComment:
      return previous === TokenKind.SELECT
        ? undefined
        : 'A hint works only right behind SELECT; as a comment, write it without +';
    case TokenKind.String:
      return /^x'[0-9a-f]*'?$/i.test(word)
        ? undefined
        : `${shortened(word)} is not hexadecimal: its digits are 0 to 9 and A to F`;
    default:
      return wide.test(word)
        ? `${shortened(word)} needs back quotes: a bare name has only letters from a to z, digits and _`
        : undefined;
  }
}
