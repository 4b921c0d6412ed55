import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionsAlike } from '../expression/alike';
import { expressionsIn } from '../expressionKinds';
import { unknown } from '../types/builtinTypes';
import { widerWithoutText } from '../types/tightestType';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import type { Column, Schema, Scope, Typed } from '../model';

/** VALUES (1, 'a'), (2, 'b'): columns col1, col2, ... of the types that all rows widen to. */
export function valuesSchema(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  const nodes = expressionsIn(node);
  const rows = nodes.map((row) => rowValues(walker, row, scope));
  const width = rows[0]?.length ?? 0;
  checkRows(walker, nodes, rows, width);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = rows.flatMap((row) => row[index]?.typed ?? []);
    return {
      name: `col${index + 1}`,
      type: widestType(cells.map((cell) => cell.type)) ?? unknown,
      nullable: cells.some((cell) => cell.nullable),
      origin: { kind: 'expression', meanings: walker.model, node },
    };
  });
  return { columns, open: width === 0 };
}

interface Cell {
  readonly node: SyntaxNode;
  readonly typed: Typed;
}

function rowValues(walker: Walker, row: SyntaxNode, scope: Scope): readonly Cell[] {
  const cells = row.kind === K.Tuple || row.kind === K.Paren ? expressionsIn(row) : [row];
  return cells.map((cell) => ({ node: cell, typed: walker.expression(cell, scope) }));
}

/** All rows have as many values, of types that widen to one. */
function checkRows(
  walker: Walker,
  nodes: readonly SyntaxNode[],
  rows: readonly (readonly Cell[])[],
  wanted: number,
): void {
  const uneven = rows.findIndex((row) => row.length !== wanted);
  const node = nodes[uneven];
  if (node) {
    const found = rows[uneven]?.length ?? 0;
    walker.model.refuse(node, { kind: 'columns', what: 'A row of VALUES', wanted, found });
    return;
  }
  for (let index = 0; index < wanted; index++) {
    expressionsAlike(
      walker,
      rows.flatMap((row) => row[index] ?? []),
      'The rows of VALUES',
      widerWithoutText,
    );
  }
}
