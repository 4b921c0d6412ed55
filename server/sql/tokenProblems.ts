import { numberMistake } from './numberMistake';
import type { Parser } from './parser';
import { isTrivia, TokenKind } from './tokenKind';
import { shortened } from './tokenName';
import type { Tokens } from './tree';

/** Reports what is wrong with a token by itself: numbers out of range, names that need quotes, misplaced hints. */
export function tokenProblems(p: Parser, text: string, tokens: Tokens): void {
  const isWide = wide.test(text);
  let previous = TokenKind.EndOfText;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at] as TokenKind;
    if (mayBeWrong(kind) || (isWide && kind === TokenKind.Identifier)) {
      const start = tokens.starts[at] as number;
      const end = tokens.starts[at + 1] as number;
      const word = text.slice(start, end);
      const problem = problemOf(kind, word, previous);
      if (problem) {
        const fix =
          kind === TokenKind.Identifier
            ? { title: 'Put the name in back quotes', text: `\`${word}\`` }
            : undefined;
        p.mistake(problem, { start, end }, fix && { ...fix, range: { start, end } });
      }
    }
    if (!isTrivia(kind)) previous = kind;
  }
}

const wide = /[^\x00-\x7f]/;

function mayBeWrong(kind: TokenKind): boolean {
  return kind === TokenKind.Number || kind === TokenKind.BlockComment || kind === TokenKind.String;
}

function problemOf(kind: TokenKind, word: string, previous: TokenKind): string | undefined {
  switch (kind) {
    case TokenKind.Number:
      return numberMistake(word, previous === TokenKind.Minus);
    case TokenKind.BlockComment:
      return word.startsWith('/*+') && previous !== TokenKind.SELECT
        ? 'A hint works only right behind SELECT; as a comment, write it without +'
        : undefined;
    case TokenKind.String:
      return /^x'.*[^0-9a-f'].*'$/is.test(word)
        ? `${shortened(word)} is not hexadecimal: its digits are 0 to 9 and A to F`
        : undefined;
    default:
      return wide.test(word)
        ? `${shortened(word)} needs back quotes: a bare name has only letters from a to z, digits and _`
        : undefined;
  }
}
