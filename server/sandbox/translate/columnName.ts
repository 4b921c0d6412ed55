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
      return ofWindow(statement, value);
    case NodeKind.Star:
      return undefined;
    case NodeKind.Cast:
      return castName(statement, value);
    default:
      return asWritten(statement, value);
  }
}

/** `window.start` is no column in DuckDB, but a part of what the query groups by. */
function ofWindow(statement: Statement, path: SyntaxNode): string | undefined {
  const names = namesOf(statement, path);
  return names[0]?.toLowerCase() === 'window' ? names.at(-1) : undefined;
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
