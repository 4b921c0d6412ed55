import { TokenKind } from '../../sql/tokenKind';
import { statementAt, type PlacedStatement, type Statement, type SyntaxTree } from '../../sql/tree';

/** The statement that is being typed at an offset: at the end of one without `;` that one, not the next. */
export function typedStatement(tree: SyntaxTree, offset: number): PlacedStatement {
  const placed = statementAt(tree, offset);
  if (placed.offset !== offset || offset === 0) return placed;
  const before = statementAt(tree, offset - 1);
  return isOpen(before.statement) ? before : placed;
}

function isOpen({ root, tokens }: Statement): boolean {
  return root.end > 0 && tokens.kinds[root.end - 1] !== TokenKind.Semicolon;
}
