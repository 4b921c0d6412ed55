import type { SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
import { namesOf } from './nodes';

/**
 * The name that Spark gives the column of an expression without alias, as nearly as the author's text tells it;
 * `undefined` where DuckDB gives the same one.
 */
export function columnName(statement: Statement, value: SyntaxNode): string | undefined {
  switch (value.kind) {
    case NodeKind.Path:
    case NodeKind.Star:
      return undefined;
    case NodeKind.Cast:
      return castName(statement, value);
    default:
      return asWritten(statement, value);
  }
}

/** Spark sees through the cast of a column. */
function castName(statement: Statement, value: SyntaxNode): string {
  const [operand] = value.children;
  const path = operand?.kind === NodeKind.Path ? namesOf(statement, operand).at(-1) : undefined;
  return path ?? asWritten(statement, value);
}

function asWritten(statement: Statement, value: SyntaxNode): string {
  return textOf(statement, value).replace(/\s+/g, ' ').replaceAll("'", '');
}
