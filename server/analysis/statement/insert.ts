import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { checkNames } from '../query/checkNames';
import { meantSchema } from '../schema';
import type { Walker } from '../walker';
import { queryOutput } from './createTable';
import { nameOf } from '../names';
import { existingTable } from './target';
import type { Column, Schema, TableUse } from '../model';

/** INSERT INTO t (columns)? query */
export function insert(walker: Walker, node: SyntaxNode): void {
  const name = childOf(node, K.QualifiedName);
  const table = name && existingTable(walker, name, 'write');
  const output = queryOutput(walker, node);
  const list = childOf(node, K.ColumnList);
  const columns = list ? childrenOf(list, K.Name) : [];
  const schema = table && meantSchema(table.meaning);
  if (list && table && schema) checkNames(walker, list, schema, table.names.join('.'));
  walker.model.writes.push({ node, table, output, columns });
  if (table && output) withInserted(walker, table, output, columns);
}

/** A table that a statement of the file made has the inserted values in its columns from now on. */
function withInserted(walker: Walker, table: TableUse, output: Schema, named: readonly SyntaxNode[]): void {
  const definition = table.meaning.kind === 'definition' ? table.meaning.definition : undefined;
  const isOwn = definition?.kind === 'table' && walker.model.find('table', definition.name) === definition;
  if (!isOwn) return;
  const names = named.map((name) => nameOf(walker.statement, name).toLowerCase());
  const { columns, open } = definition.schema;
  const merged = columns.map((column, index): Column => {
    const place = names.length > 0 ? names.indexOf(column.name.toLowerCase()) : index;
    const inserted = output.columns[place];
    if (!inserted) return column;
    return { ...column, origin: { kind: 'columns', columns: [column], inserted: [inserted] } };
  });
  walker.model.replace({ ...definition, schema: { columns: merged, open } });
}
