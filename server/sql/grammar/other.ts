import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';

/** Any statement whose words mean nothing to us: it is taken whole. */
export function otherRest(p: Parser, mark: Mark, kind: NodeKind = NodeKind.OtherStatement): void {
  while (!p.atEnd && p.kind !== T.Semicolon) p.bump();
  p.close(mark, kind);
}
