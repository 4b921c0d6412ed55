import type { StatementModel } from '../../analysis/model';
import { nameOf } from '../../analysis/names';
import { columnsNamed } from '../../analysis/schema';
import type { DataType } from '../../catalog/types';
import { ancestorOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/** The type of the column that a Projection of the query of an INSERT goes to. */
export function insertedType(model: StatementModel, projection: SyntaxNode): DataType | undefined {
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
  const column = write?.columns.length
    ? named && columnsNamed(schema, nameOf(model.statement, named))[0]
    : schema.columns[index];
  return column?.type;
}
