import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { trainedFor } from '../functions/modelColumns';
import { isDynamic, namesOf } from '../names';
import { openSchema } from '../schema';
import type { Walker } from '../walker';
import { queryOutput, transformedColumns } from './createTable';

/** CREATE MODEL and UPDATE MODEL: TRANSFORM sees the columns of the query. */
export function createModel(walker: Walker, node: SyntaxNode): void {
  const output = queryOutput(walker, node);
  const transform = childOf(node, K.TransformClause);
  if (transform) transformedColumns(walker, transform, output ?? openSchema);
  walker.model.writes.push({ node, table: undefined, output, columns: [] });
  const name = childOf(node, K.QualifiedName);
  if (!name || isDynamic(walker.statement, name)) return;
  const { statement } = walker;
  walker.model.define({
    kind: 'model',
    name: namesOf(statement, name).join('.'),
    statement,
    node: name,
    schema: output ?? openSchema,
    trained: trainedFor(statement, node),
  });
}
