import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { identifier } from '../../store/sqlText';
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
  const list = separated(
    rows.map((row) => rowInBrackets(t, row)),
    ', ',
    t.statement.tokens.starts[node.first] as number,
  );
  return joined([
    t.make(node)`(VALUES ${list}) AS ${identifier(name ? nameOf(t.statement, name) : 'generated')}`,
    columns ? t.emit(columns) : t.make(node)`(${defaultNames(t, rows[0])})`,
  ]);
}

function rowInBrackets(t: Translation, row: SyntaxNode): Fragment {
  const values = structValues(t, row);
  if (values) {
    const cells = values.map((value) => t.emit(value));
    return t.make(row)`(${separated(cells, ', ', t.statement.tokens.starts[row.first] as number)})`;
  }
  return isBracketed(row) ? t.emit(row) : t.make(row)`(${t.emit(row)})`;
}

/** A row that is `struct(a, b)` alone has the columns a and b. */
function structValues(t: Translation, row: SyntaxNode): readonly SyntaxNode[] | undefined {
  const [call = row] = row.kind === NodeKind.Paren ? row.children : [row];
  if (call.kind !== NodeKind.FunctionCall || calledName(t.statement, call) !== 'struct') return undefined;
  return argumentsOf(call).map((item) =>
    item.kind === NodeKind.Projection ? (item.children[0] as SyntaxNode) : item,
  );
}

function isBracketed(row: SyntaxNode): boolean {
  return row.kind === NodeKind.Tuple || row.kind === NodeKind.Paren;
}

/** Spark calls the columns `col1`, `col2`, ... */
function defaultNames(t: Translation, row: SyntaxNode | undefined): string {
  const values = row && structValues(t, row);
  const width = values?.length ?? (row?.kind === NodeKind.Tuple ? row.children.length : 1);
  return Array.from({ length: width }, (_, index) => identifier(`col${index + 1}`)).join(', ');
}
