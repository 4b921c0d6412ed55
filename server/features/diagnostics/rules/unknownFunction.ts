import { functions } from '../../../catalog/builtins/functions';
import { isDynamic } from '../../../analysis/names';
import { NodeKind } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { closestName } from '../../names/closestName';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A function that neither Query Service documents nor Spark has, or one in FROM that gives no rows.
 *
 * Why: there are no functions of one's own, so the query fails.
 * What to do: take the suggested name.
 *
 *     SELECT regex_replace(name, 'a', 'b') FROM web_events
 */
export const unknownFunction: Rule = { code: 'unknown-function', severity: 'error', check };

const givesRows: ReadonlySet<string> = new Set(['generator', 'model']);

const names = functions.map((each) => each.name);

function* check({ model }: RuleContext): Generator<Finding> {
  for (const { nameNode, node, name, info } of model.calls.values()) {
    // A function of a schema, or one whose name is put in later, is none of ours to judge.
    if (info && node.parent?.kind === NodeKind.TableFunction && !givesRows.has(info.kind)) {
      const message = `${name} gives a value, not rows, and cannot stand in FROM. Put it into a SELECT`;
      yield { range: rangeOf(model.statement, nameNode), message };
    }
    if (info || nameNode === node || name.includes('.') || isDynamic(model.statement, nameNode)) continue;
    const meant = closestName(name, names);
    const range = rangeOf(model.statement, nameNode);
    yield {
      range,
      message: `Unknown function ${name}${meant ? `. Did you mean ${meant}?` : ''}`,
      fixes: meant ? [{ title: `Change to ${meant}`, edits: [{ range, text: meant }] }] : [],
    };
  }
}
