import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsIn } from '../expressionKinds';
import { unknown } from '../types/builtinTypes';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import type { Column, Schema, Scope, Typed } from '../model';

/** VALUES (1, 'a'), (2, 'b'): columns col1, col2, ... of the types that all rows widen to. */
export function valuesSchema(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  const rows = expressionsIn(node).map((row) => rowValues(walker, row, scope));
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    return {
      name: `col${index + 1}`,
      type: widestType(cells.map((cell) => cell.type)) ?? unknown,
      nullable: cells.some((cell) => cell.nullable),
      origin: { kind: 'expression', meanings: walker.model, node },
    };
  });
  return { columns, open: width === 0 };
}

function rowValues(walker: Walker, row: SyntaxNode, scope: Scope): readonly Typed[] {
  const cells = row.kind === K.Tuple || row.kind === K.Paren ? expressionsIn(row) : [row];
  return cells.map((cell) => walker.expression(cell, scope));
}
