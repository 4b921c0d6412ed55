import type { SyntaxNode } from '../../sql/node';
import type { Walker } from '../walker';
import type { Schema } from '../model';

/** A list of new names names every column. */
export function checkAliases(
  walker: Walker,
  node: SyntaxNode | undefined,
  schema: Schema,
  found: number,
): void {
  const wanted = schema.columns.length;
  if (!node || found === 0 || schema.open || wanted === found) return;
  walker.model.refuse(node, { kind: 'columns', what: 'The list of names', wanted, found });
}
