import type { SyntaxNode } from '../../sql/node';
import type { Walker } from '../walker';
import type { Column, Schema } from '../model';

/** The columns of a function that gives rows, as made by `node`: the FunctionCall, or the LateralView around it. */
export function generated(walker: Walker, node: SyntaxNode, rows: Schema): Schema {
  const columns = rows.columns.map((column): Column =>
    column.origin.kind === 'builtin'
      ? { ...column, origin: { kind: 'expression', meanings: walker.model, node } }
      : column,
  );
  return { columns, open: rows.open };
}
