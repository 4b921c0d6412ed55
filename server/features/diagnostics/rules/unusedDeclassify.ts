import { declassificationsOf, type Declassification } from '../../../analysis/lineage/declassifications';
import type { Flow } from '../../../analysis/lineage/flow';
import { columnLineage } from '../../../analysis/lineage/statementLineage';
import type { StatementModel } from '../../../analysis/model';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A declassify comment that has no effect: it gives no reason, names no column of a select list, or a label that does
 * not reach the column.
 *
 * Why: whoever reads it believes that a decision was taken, and it hides the next label that gets there.
 * What to do: write the reason, or remove the comment or the label that it need not name.
 */
export const unusedDeclassify: Rule = { code: 'unused-ignore', severity: 'warning', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const comment of declassificationsOf(model.statement)) {
    for (const message of problems(model, comment)) yield { range: comment.range, message };
  }
}

function problems(model: StatementModel, comment: Declassification): readonly string[] {
  const { column, labels, reason, projections } = comment;
  if (column === '' || labels.length === 0)
    return ['Say which label ends at which column: -- feature-sql: declassify column label: reason'];
  if (reason === undefined)
    return [`Write after a colon why ${labels.join(', ')} may end here: without a reason it goes on`];
  if (projections.length === 0)
    return [`No select list here has a column ${column} of its own: the comment declassifies nothing`];
  const flows = projections.flatMap((item) => flowsOf(model, item));
  if (flows.some((flow) => !flow.complete)) return [];
  return labels
    .filter((label) => !flows.some((flow) => endsIn(flow, comment, label)))
    .map((label) => `${label} does not reach ${column}: the comment declassifies nothing`);
}

function flowsOf(model: StatementModel, item: Declassification['projections'][number]): readonly Flow[] {
  for (const { projected } of model.selects.values()) {
    const columns = projected.get(item);
    if (columns) return columns.map((column) => columnLineage(column));
  }
  return [];
}

function endsIn(flow: Flow, comment: Declassification, label: string): boolean {
  return [...flow.reaches.values()].some(
    ({ field, declassified }) => declassified.includes(comment) && field.labels.includes(label),
  );
}
