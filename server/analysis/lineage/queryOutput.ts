import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isQuery } from '../expressionKinds';
import type { Meanings, Schema } from '../model';

/** The columns of a query that stands in a statement; `undefined` where the analysis did not come by it. */
export function queryOutput(meanings: Meanings, query: SyntaxNode): Schema | undefined {
  const known = meanings.queries.get(query)?.output ?? meanings.selects.get(query)?.output;
  if (known) return known;
  const inner = query.kind === K.ParenQuery ? query.children.find(isQuery) : undefined;
  return inner && queryOutput(meanings, inner);
}
