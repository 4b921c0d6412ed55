import { closestName } from '../../names/closestName';
import { rangeOf } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A variable that no SET before gives a value.
 *
 * Why: nothing is put in its place, so that the block fails when it comes there.
 * What to do: SET it earlier in the block, or take the suggested name.
 *
 *     SELECT @from_snapshot
 */
export const unknownVariable: Rule = { code: 'unknown-variable', severity: 'error', check };

function* check({ model }: RuleContext): Generator<Finding> {
  const set = model.variables.filter((each) => each.use === 'set').map((each) => each.name);
  for (const { node, name, definition } of model.variables) {
    if (definition) continue;
    const meant = closestName(
      name,
      set.filter((each) => each !== name),
    );
    const range = rangeOf(model.statement, node);
    yield {
      range,
      message: `${name} has no value here: no SET before gives it one${meant ? `. Did you mean ${meant}?` : ''}`,
      fixes: meant ? [{ title: `Change to ${meant}`, edits: [{ range, text: meant }] }] : [],
    };
  }
}
