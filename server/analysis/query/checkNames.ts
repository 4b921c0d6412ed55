import { childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isDynamic, nameOf } from '../names';
import { columnsNamed } from '../schema';
import type { Walker } from '../walker';
import type { Schema } from '../model';

/** Notes the names of a list that are no columns of what they must name. */
export function checkNames(walker: Walker, list: SyntaxNode, schema: Schema, owner: string): void {
  if (schema.open || isDynamic(walker.statement, list)) return;
  for (const node of childrenOf(list, K.Name)) {
    const name = nameOf(walker.statement, node);
    if (name !== '' && columnsNamed(schema, name).length === 0)
      walker.model.missingColumns.push({ node, name, owner, columns: schema.columns });
  }
}
