import { parseType } from '../../catalog/typeText';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isKeyword, TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { isExpression } from '../expressionKinds';
import { isDynamic, nameOf, namesOf } from '../names';
import { emptyScope, within } from '../scope';
import type { Walker } from '../walker';
import { definedColumns } from './createTable';
import { existingTable } from './target';
import type { Column, Schema, Scope, Space, TableUse } from '../model';

/** DROP of a table, view, audience or model. */
export function dropTable(walker: Walker, node: SyntaxNode): void {
  const { statement, model } = walker;
  const name = childOf(node, K.QualifiedName);
  if (!name || isDynamic(statement, name)) return;
  const space = droppedSpace(walker, node);
  if (!space) return;
  const lenient = ownToken(statement, node, T.EXISTS) >= 0;
  if (space === 'table') existingTable(walker, name, 'drop', { mayBeMissing: lenient });
  model.drop(space, namesOf(statement, name).join('.'));
}

function droppedSpace(walker: Walker, node: SyntaxNode): Space | undefined {
  const { kinds } = walker.statement.tokens;
  for (let at = node.first + 1; at < node.end; at++) {
    const kind = kinds[at] as T;
    if (kind === T.TABLE || kind === T.VIEW || kind === T.AUDIENCE) return 'table';
    if (kind === T.MODEL) return 'model';
    if (isKeyword(kind)) return undefined;
  }
  return undefined;
}

/** ALTER: columns that it adds are there from now on. */
export function alterTable(walker: Walker, node: SyntaxNode): void {
  const name = childOf(node, K.QualifiedName);
  const table = name && existingTable(walker, name, 'alter');
  if (!table || childrenOf(node, K.ColumnDefinition).length === 0) return;
  const before = schemaOfUse(table);
  const added = definedColumns(walker, node);
  if (!before) return;
  const { statement } = walker;
  walker.model.define({
    kind: 'table',
    name: table.names.join('.'),
    statement,
    node: table.node,
    schema: { columns: [...before.columns, ...added.columns], open: before.open },
  });
}

/** ANALYZE TABLE: conditions and paths see the table's columns; AS names the table of statistics. */
export function analyzeTable(walker: Walker, node: SyntaxNode): void {
  const name = childOf(node, K.QualifiedName);
  const table = name && existingTable(walker, name, 'read');
  const scope = table ? rowsOf(table) : emptyScope;
  for (const child of node.children) {
    if (child.kind === K.FilterContext) walkExpressions(walker, child, scope);
    else if (child.kind === K.Path) walker.expression(child, scope);
  }
  const alias = childOf(node, K.Alias);
  const aliasName = alias && childOf(alias, K.Name);
  if (!aliasName) return;
  const { statement } = walker;
  walker.model.define({
    kind: 'table',
    name: nameOf(statement, aliasName),
    statement,
    node: aliasName,
    schema: statistics,
  });
}

function walkExpressions(walker: Walker, node: SyntaxNode, scope: Scope): void {
  for (const child of node.children) if (isExpression(child)) walker.expression(child, scope);
}

function schemaOfUse(table: TableUse): Schema | undefined {
  const { meaning } = table;
  return meaning.kind === 'dataset' || meaning.kind === 'definition' ? meaning.schema : undefined;
}

function rowsOf(table: TableUse): Scope {
  const { meaning, names, node } = table;
  const schema = schemaOfUse(table) ?? { columns: [], open: true };
  const dataset = meaning.kind === 'dataset' ? meaning.dataset : undefined;
  const source = { kind: 'table', qualifier: names, schema, node, dataset } as const;
  return within(emptyScope, { kind: 'rows', rows: { sources: [source], merged: [] }, bare: false });
}

function statisticsColumn(name: string, type: string): Column {
  return { name, type: parseType(type), nullable: true, origin: { kind: 'builtin' } };
}

const statistics: Schema = {
  columns: [
    statisticsColumn('columnName', 'string'),
    statisticsColumn('mean', 'double'),
    statisticsColumn('max', 'double'),
    statisticsColumn('min', 'double'),
    statisticsColumn('standardDeviation', 'double'),
    statisticsColumn('approxDistinctCount', 'bigint'),
    statisticsColumn('nullCount', 'bigint'),
    statisticsColumn('dataType', 'string'),
  ],
  open: false,
};
