import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn } from '../expressionKinds';
import type { StatementModel } from '../model';
import { groupKeys, placeOf } from './groupKeys';

/** A place of the select list that is not there, in GROUP BY or ORDER BY. */
export interface MissingPosition {
  readonly node: SyntaxNode;
  /** How many columns there are. */
  readonly columns: number;
}

export function* missingPositions(model: StatementModel): Generator<MissingPosition> {
  for (const select of model.selects.values()) {
    for (const { node, expression } of groupKeys(model, select) ?? []) {
      if (!expression) yield { node, columns: select.output.columns.length };
    }
  }
  for (const { node, output } of model.queries.values()) {
    const clause = childOf(node, K.OrderByClause);
    if (!clause || output.open) continue;
    const columns = output.columns.length;
    for (const item of childrenOf(clause, K.SortItem)) {
      const key = expressionIn(item);
      const place = key && placeOf(model, key);
      if (key && place !== undefined && (place < 1 || place > columns)) yield { node: key, columns };
    }
  }
}
