import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
import type { DataType } from '../../../catalog/types';
import { isVoid, nestedDuckdbType } from '../duckdbType';
import { joined, separated, type Fragment } from '../fragment';
import { argumentsOf, calledName, nameOf } from '../nodes';
import type { Translation } from '../translation';

/** VALUES as a query of its own. */
export function values(t: Translation, node: SyntaxNode): Fragment {
  return t.make(node)`SELECT * FROM ${inlineTable(t, node)}`;
}

/** VALUES 1, (2) AS t(x): rows stand in brackets in DuckDB, and its own column names are other ones. */
export function inlineTable(t: Translation, node: SyntaxNode): Fragment {
  const rows = node.children.filter(({ kind }) => kind !== NodeKind.TableAlias);
  const alias = childOf(node, NodeKind.TableAlias);
  const name = alias && childOf(alias, NodeKind.Name);
  const columns = alias && childOf(alias, NodeKind.ColumnList);
  const at = t.statement.tokens.starts[node.first] as number;
  const cells = rows.map((row) => cellsOf(t, row));
  const types = (cells[0] ?? []).map((_, column) => knownType(t, cells, column));
  const list = separated(
    cells.map((row) => {
      const values = row.map((cell, column) => cellOf(t, cell, types[column]));
      return t.make(node)`(${separated(values, ', ', at)})`;
    }),
    ', ',
    at,
  );
  return joined([
    t.make(node)`(VALUES ${list}) AS ${identifier(name ? nameOf(t.statement, name) : 'generated')}`,
    columns ? t.emit(columns) : t.make(node)`(${defaultNames(cells[0] ?? [])})`,
  ]);
}

function cellsOf(t: Translation, row: SyntaxNode): readonly SyntaxNode[] {
  const isBracketed = row.kind === NodeKind.Tuple || row.kind === NodeKind.Paren;
  return structValues(t, row) ?? (isBracketed ? row.children : [row]);
}

/** The type that a row gives to a column of arrays or maps, for the rows in which they hold nothing but nulls. */
function knownType(
  t: Translation,
  rows: readonly (readonly SyntaxNode[])[],
  column: number,
): string | undefined {
  for (const row of rows) {
    const type = row[column] && t.environment.typeOf(row[column]);
    if (type && !holdsNothing(type)) return nestedDuckdbType(type);
  }
  return undefined;
}

function cellOf(t: Translation, cell: SyntaxNode, known: string | undefined): Fragment {
  const type = t.environment.typeOf(cell);
  const isOpen = type !== undefined && !isVoid(type) && holdsNothing(type);
  return isOpen && known !== undefined ? t.make(cell)`TRY_CAST(${t.emit(cell)} AS ${known})` : t.emit(cell);
}

function holdsNothing(type: DataType): boolean {
  switch (type.kind) {
    case 'array':
      return holdsNothing(type.element);
    case 'map':
      return holdsNothing(type.key) || holdsNothing(type.value);
    case 'struct':
      return type.fields.some((field) => holdsNothing(field.type));
    case 'scalar':
    case 'decimal':
    case 'unknown':
      return isVoid(type);
  }
}

/** A row that is `struct(a, b)` alone has the columns a and b. */
function structValues(t: Translation, row: SyntaxNode): readonly SyntaxNode[] | undefined {
  const [call = row] = row.kind === NodeKind.Paren ? row.children : [row];
  if (call.kind !== NodeKind.FunctionCall || calledName(t.statement, call) !== 'struct') return undefined;
  return argumentsOf(call).map((item) =>
    item.kind === NodeKind.Projection ? (item.children[0] as SyntaxNode) : item,
  );
}

/** Spark calls the columns `col1`, `col2`, ... */
function defaultNames(cells: readonly SyntaxNode[]): string {
  return cells.map((_, index) => identifier(`col${index + 1}`)).join(', ');
}
