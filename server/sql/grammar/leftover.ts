import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';

/** What stands behind a statement and belongs to it not: one mistake, and everything up to the `;` is skipped. */
export function leftover(p: Parser): void {
  if (p.atEnd || p.kind === T.Semicolon) return;
  if (p.kind === T.Colon && p.nth(1) === T.EndOfText) {
    p.error('A statement ends with ; not with :', p.range(), {
      title: 'Write ;',
      range: p.range(),
      text: ';',
    });
  } else if (p.kind !== T.CloseParen) p.expected('the end of the statement');
  else if (!p.hasOpenBracket) {
    p.error('There is no ( for this )', p.range(), { title: 'Remove )', range: p.range(), text: '' });
  }
  p.skipUntil(() => false, NodeKind.Error);
}
