import type { Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { isTypeWord } from './typeCheck';

/** Reports `string id` in a list of columns, where the name belongs before the type; the name has just been taken. */
export function swappedName(p: Parser): void {
  const { kind } = p;
  if (kind !== T.Identifier && kind !== T.BackQuoted && !isKeyword(kind)) return;
  if (!isTypeWord(p.word(-1)) || isTypeWord(p.word()) || p.kind === T.COMMENT) return;
  const text = `${p.word()} ${p.word(-1)}`;
  const fix = { title: `Write ${text}`, range: { start: p.range(-1).start, end: p.range().end }, text };
  const isAlone = p.nth(1) !== T.OpenParen && p.nth(1) !== T.Less;
  p.error(`The name of a column stands before its type: ${text}`, p.range(), isAlone ? fix : undefined);
}
