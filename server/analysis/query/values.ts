import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf, type Statement } from '../../sql/tree';
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
  const bracketed = row.kind === K.Tuple || row.kind === K.Paren ? expressionsIn(row) : [row];
  const cells = structValues(walker.statement, bracketed) ?? bracketed;
  return cells.map((cell) => ({ node: cell, typed: walker.expression(cell, scope) }));
}

/** A row that is `struct(a, b)` alone has the columns a and b. */
function structValues(statement: Statement, row: readonly SyntaxNode[]): readonly SyntaxNode[] | undefined {
  const [call, ...more] = row;
  const name = call?.kind === K.FunctionCall ? childOf(call, K.QualifiedName) : undefined;
  if (!call || !name || more.length > 0 || textOf(statement, name).toLowerCase() !== 'struct')
    return undefined;
  const list = childOf(call, K.Arguments);
  return (list?.children ?? []).map((item) =>
    item.kind === K.Projection ? (item.children[0] as SyntaxNode) : item,
  );
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
