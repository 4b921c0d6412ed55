import type { TextRange } from '../../../base/textRange';
import { rangeOf, textOf } from '../../../sql/tree';
import { isDamaged } from '../../../analysis/isDamaged';
import { castTarget } from '../castTarget';
import type { Fix } from '../diagnostic';
import { mismatchText } from '../mismatchText';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A value of a type that does not fit where it stands: an argument, an operand, a condition, a branch, a column of a
 * set operation.
 *
 * Why: the query fails on the server before it reads a row. Texts are read as numbers, dates or times where these are
 * needed; nothing else is turned into another type by itself.
 * What to do: convert the value with CAST, or use the value or the field that was meant.
 *
 *     SELECT sum(productListItems) FROM web_events
 */
export const typeMismatch: Rule = { code: 'type-mismatch', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  const { statement } = model;
  const told = new Set<unknown>();
  for (const mismatch of model.mismatches) {
    const { node, reason } = mismatch;
    // Some expressions are read twice, as an item of the list and as a key of the groups.
    if (told.has(node) || isDamaged(statement, node)) continue;
    told.add(node);
    const range = rangeOf(statement, node);
    const target = castTarget(reason);
    const message = mismatchText(statement, mismatch, target);
    yield {
      range,
      message,
      fixes: target === undefined ? [] : [castFix(range, textOf(statement, node), target)],
    };
  }
}

function castFix(range: TextRange, text: string, target: string): Fix {
  return { title: `Convert to ${target}`, edits: [{ range, text: `cast(${text} AS ${target})` }] };
}
