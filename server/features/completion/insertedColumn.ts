import type { Column, StatementModel } from '../../analysis/model';
import { nameOf } from '../../analysis/names';
import { columnsNamed } from '../../analysis/schema';
import { ancestorOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/** The column that a Projection of the query of an INSERT goes to. */
export function insertedColumn(model: StatementModel, projection: SyntaxNode): Column | undefined {
  const select = ancestorOf(projection, K.Select);
  const insert = select?.parent?.kind === K.Query ? select.parent.parent : undefined;
  const write = insert && model.writes.find(({ node }) => node === insert);
  const meaning = write?.table?.meaning;
  if (insert?.kind !== K.Insert || (meaning?.kind !== 'dataset' && meaning?.kind !== 'definition')) {
    return undefined;
  }
  const index = projection.parent?.children.indexOf(projection) ?? -1;
  const { schema } = meaning;
  const named = write?.columns[index];
  return write?.columns.length
    ? named && columnsNamed(schema, nameOf(model.statement, named))[0]
    : schema.columns[index];
}
