import { rangeOf } from '../../../sql/tree';
import { closestName } from '../../names/closestName';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A table that neither the catalog lists nor a statement before or another file makes.
 *
 * Why: the query fails on the server after it has waited for its turn.
 * What to do: take the suggested name, or refresh the data sets when the table is new.
 *
 *     SELECT * FROM web_event
 */
export const unknownTable: Rule = { code: 'unknown-table', severity: 'error', check };

function* check({ model, catalog, madeTables }: RuleContext): Generator<Finding> {
  for (const { node, names, meaning } of model.tables) {
    if (meaning.kind !== 'missing') continue;
    const name = names.join('.');
    const known = [...catalog.byName.values()].map((dataset) => dataset.table);
    const made = model.definitions.filter((each) => each.kind !== 'variable').map((each) => each.name);
    const meant = closestName(name, [...known, ...made, ...(madeTables?.() ?? [])]);
    const range = rangeOf(model.statement, node);
    yield {
      range,
      message: `Unknown table ${name}${meant ? `. Did you mean ${meant}?` : ''}`,
      fixes: meant ? [{ title: `Change to ${meant}`, edits: [{ range, text: meant }] }] : [],
    };
  }
}
