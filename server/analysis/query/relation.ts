import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';
import { isExpression, isRelation } from '../expressionKinds';
import { findTable } from '../findTable';
import { nameOf, namesOf } from '../names';
import { openSchema } from '../schema';
import { noRows, within } from '../scope';
import type { Walker } from '../walker';
import { checkAliases } from './checkAliases';
import { joinRows } from './join';
import { generated } from './generated';
import { columnsOfStar } from './star';
import { valuesSchema } from './values';
import type { Column, Rows, Schema, Scope, Source } from '../model';

/** What a relation of FROM brings in. `scope` is what is around the query, `left` what FROM has before it. */
export function relationRows(walker: Walker, node: SyntaxNode, scope: Scope, left: Rows): Rows {
  switch (node.kind) {
    case K.TableRef:
      return tableRef(walker, node, scope);
    case K.DerivedTable: {
      const query = childOf(node, K.Query);
      const schema = query ? walker.query(query, seeing(scope, left)) : openSchema;
      return oneSource(walker, node, { kind: 'derived', schema });
    }
    case K.TableFunction:
      return tableFunction(walker, node, seeing(scope, left));
    case K.InlineTable:
      return oneSource(walker, node, { kind: 'values', schema: valuesSchema(walker, node, scope) });
    case K.ParenRelation:
      return parenRelation(walker, node, scope, left);
    case K.Join:
      return joinRows(walker, node, scope, left);
    case K.Pivot:
    case K.Unpivot:
      return pivot(walker, node, scope, left);
    default:
      return oneSource(walker, node, { kind: 'derived', schema: openSchema });
  }
}

/** A subquery or function in FROM sees what stands to its left; without LATERAL it hardly means to. */
function seeing(scope: Scope, left: Rows): Scope {
  return left.sources.length === 0 ? scope : within(scope, { kind: 'rows', rows: left, bare: false });
}

function tableRef(walker: Walker, node: SyntaxNode, scope: Scope): Rows {
  const name = childOf(node, K.QualifiedName);
  const snapshot = childOf(node, K.SnapshotClause);
  for (const child of snapshot?.children ?? []) if (isExpression(child)) walker.expression(child, scope);
  if (!name) return oneSource(walker, node, { kind: 'table', schema: openSchema });
  const meaning = findTable(walker, name, scope);
  const names = namesOf(walker.statement, name);
  walker.model.tables.push({ node: name, names, use: 'read', meaning });
  const known = meaning.kind === 'dataset' || meaning.kind === 'definition';
  return oneSource(walker, node, {
    kind: meaning.kind === 'definition' && meaning.definition.kind === 'cte' ? 'cte' : 'table',
    schema: known ? meaning.schema : openSchema,
    dataset: meaning.kind === 'dataset' ? meaning.dataset : undefined,
    definition: meaning.kind === 'definition' ? meaning.definition : undefined,
    qualifier: names,
  });
}

function tableFunction(walker: Walker, node: SyntaxNode, scope: Scope): Rows {
  const call = childOf(node, K.FunctionCall);
  if (call) walker.expression(call, scope);
  const use = call && walker.model.calls.get(call);
  const qualifier = use ? [use.name] : [];
  const schema = use?.rows ? generated(walker, use.node, use.rows) : openSchema;
  return oneSource(walker, node, { kind: 'function', schema, qualifier });
}

function parenRelation(walker: Walker, node: SyntaxNode, scope: Scope, left: Rows): Rows {
  const inner = node.children.find(isRelation);
  const rows = inner ? walker.relation(inner, scope, left) : noRows;
  if (!childOf(node, K.TableAlias)) return rows;
  const open = rows.sources.some((source) => source.schema.open);
  return oneSource(walker, node, { kind: 'derived', schema: { columns: columnsOfStar(rows), open } });
}

/** The new columns are named by values: we do not know them all. */
function pivot(walker: Walker, node: SyntaxNode, scope: Scope, left: Rows): Rows {
  const inner = node.children.find(isRelation);
  const rows = inner ? walker.relation(inner, scope, left) : noRows;
  const inside = within(scope, { kind: 'rows', rows, bare: false });
  for (const projection of node.children) {
    if (projection.kind !== K.Projection) continue;
    const [first] = projection.children.filter(isExpression);
    if (first?.kind === K.FunctionCall) walker.expression(first, inside);
  }
  return oneSource(walker, node, { kind: 'derived', schema: openSchema });
}

type SourceParts = Pick<Source, 'kind' | 'schema'> & Partial<Source>;

/** The source that a relation is, under its alias and with the column names of its column list. */
export function oneSource(walker: Walker, node: SyntaxNode, parts: SourceParts): Rows {
  const alias = childOf(node, K.TableAlias);
  const name = alias && childOf(alias, K.Name);
  const list = alias && childOf(alias, K.ColumnList);
  if (list) checkAliases(walker, list, parts.schema, namesOf(walker.statement, list).length);
  const source: Source = {
    ...parts,
    node,
    qualifier: name ? [nameOf(walker.statement, name)] : (parts.qualifier ?? []),
    schema: list ? renamed(walker.statement, parts.schema, list) : parts.schema,
  };
  return { sources: [source], merged: [] };
}

/** The columns under the new names of a ColumnList, given in order. */
export function renamed(statement: Statement, schema: Schema, list: SyntaxNode): Schema {
  const names = childrenOf(list, K.Name);
  const columns = schema.columns.map((column, index): Column => {
    const node = names[index];
    if (!node) return column;
    const { type, nullable } = column;
    const origin = { kind: 'columns', columns: [column], node } as const;
    return { name: nameOf(statement, node), type, nullable, origin };
  });
  return { columns, open: schema.open };
}
