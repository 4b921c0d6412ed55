import type { StatementModel } from '../../../analysis/model';
import { nameOf } from '../../../analysis/names';
import { childOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { rangeOf, textOf } from '../../../sql/tree';
import type { Severity } from '../diagnostic';
import { eventConditions } from '../leakage/eventConditions';
import { featureQueries, type FeatureQuery, type FeatureWindow } from '../leakage/featureQuery';
import { groupedTogether } from '../leakage/groupedTogether';
import { itemsInConditions, labelsOf } from '../leakage/labels';
import { profileAttributes } from '../leakage/profileAttributes';
import { timeOfQuery } from '../leakage/timeOfQuery';
import type { Finding, Rule, RuleContext } from '../rule';

/**
 * A feature that knows what came at or after the time of the label.
 *
 * Why: in training the model learns from what it will not have when it predicts. It looks good on past data and fails
 * on new.
 * What to do: end each feature's frame at CURRENT ROW, or at 1 PRECEDING where the row itself is the label's event;
 * count from the row's timestamp, not from now; take attributes from a table that keeps their history.
 *
 *     SELECT max(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.user_id) AS label,
 *       count(*) OVER (PARTITION BY _acme.user_id ORDER BY timestamp
 *         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS events
 *     FROM web_events
 *
 * A query makes a training set where it has a label: LABEL of CREATE MODEL; a computed column called label, target,
 * outcome or y, or ending so or in occurred (`churn_label`); beside windows that look back, a conditional window over the whole
 * partition or later events that a WHERE, ON, QUALIFY or CASE of the query asks for; or the only conditional one over
 * the whole partition. The label itself, and what it is computed from, may see anything; so may a window that only
 * chooses rows. In such a query a warning tells:
 *
 * - windows over the events' time whose frame reaches to later rows, lead and its like, and windows without an order;
 * - windows that take in the row itself and count the very events that the label counts over the whole partition;
 * - the same without windows: label and features counted in one GROUP BY, none of them bounded in time;
 * - values computed from now() or current_date() together with columns, but not in filters;
 * - attributes of a profile beside rows of events, but no identities, join keys and what is of a person's birth.
 *
 * Without a label nothing says what a window is for, so only information tells of aggregates with PARTITION BY whose
 * frame reaches to later events; and, beside windows that look back, of now() and of profile attributes. What is ordered by something
 * else than the time of events, and tables that the catalog does not describe, are not judged.
 */
export const temporalLeakage: Rule = { code: 'temporal-leakage', severity: 'warning', check };

function* check({ model }: RuleContext): Generator<Finding> {
  for (const query of featureQueries(model)) {
    const asked: ReadonlySet<SyntaxNode> =
      query.windows.length > 0 ? itemsInConditions(model, query) : new Set();
    const labels = labelsOf(model, query, asked);
    const features = query.windows.filter(({ item }) => !labels.has(item) && !asked.has(item));
    if (labels.size > 0) {
      yield* features.flatMap((feature) => laterEvents(model, feature));
      yield* ownEvents(model, query, labels);
      yield* query.selects.flatMap((select) => groupFinding(model, select, labels));
      yield* ofToday(model, query, labels, 'warning');
    } else {
      yield* features.flatMap((feature) => laterByFrame(model, feature));
      if (features.some(({ sees }) => sees === 'past')) yield* ofToday(model, query, labels, 'information');
    }
  }
}

function laterEvents(model: StatementModel, feature: FeatureWindow): readonly Finding[] {
  if (feature.sees === 'past') return [];
  const range = rangeOf(model.statement, feature.shape.cause);
  const name = nameOfItem(model, feature.item);
  if (feature.sees === 'all') {
    const message = `${name} sees all events of the partition, also those after the label: add ORDER BY timestamp, so that it ends at its row`;
    return [{ range, message }];
  }
  return [
    { range, message: `${name} sees events after its row: as a feature it knows what came after the label` },
  ];
}

/** Without a label: it may be one itself, and lead and its like are asked for what is later. */
function laterByFrame(model: StatementModel, feature: FeatureWindow): readonly Finding[] {
  const { call, sees, shape } = feature;
  if (sees !== 'future' || shape.cause === call.nameNode || !shape.isPartitioned) return [];
  const name = nameOfItem(model, feature.item);
  return [
    {
      range: rangeOf(model.statement, feature.shape.cause),
      severity: 'information',
      message: `${name} sees events after its row: a label may, a feature would know what came later`,
    },
  ];
}

/** The row that stands for a label's event counts that event in every window that takes the row in. */
function* ownEvents(
  model: StatementModel,
  { windows }: FeatureQuery,
  labels: ReadonlySet<SyntaxNode>,
): Generator<Finding> {
  const { statement } = model;
  const overlapping = windows.filter(({ item, sees, shape }) => {
    return labels.has(item) && (sees === 'all' || (sees === 'future' && shape.hasOwnRow));
  });
  const counted = overlapping.flatMap(({ call }) => eventConditions(statement, call.node));
  const keys = new Set(counted.map(({ key }) => key));
  for (const { call, item, sees, shape } of windows) {
    if (labels.has(item) || sees !== 'past' || !shape.hasOwnRow) continue;
    const own = eventConditions(statement, call.node).find(({ key }) => keys.has(key));
    if (!own) continue;
    yield {
      range: rangeOf(statement, own.node),
      message: `${nameOfItem(model, item)} counts '${own.text}' up to its own row, which the label counts as well: end its frame at 1 PRECEDING`,
    };
  }
}

function groupFinding(
  model: StatementModel,
  select: SyntaxNode,
  labels: ReadonlySet<SyntaxNode>,
): readonly Finding[] {
  const label = groupedTogether(model, select, labels);
  if (!label) return [];
  const message = `The features beside ${nameOfItem(model, label)} are counted over the same time as it is, also after it came true: count them up to a time, and the label after it`;
  const alias = childOf(label, K.Alias) ?? label;
  return [{ range: rangeOf(model.statement, childOf(alias, K.Name) ?? alias), message }];
}

function* ofToday(
  model: StatementModel,
  { selects }: FeatureQuery,
  labels: ReadonlySet<SyntaxNode>,
  severity: Severity,
): Generator<Finding> {
  const { statement } = model;
  for (const select of selects) {
    for (const item of model.selects.get(select)?.projected.keys() ?? []) {
      const now = item.kind === K.Projection && !labels.has(item) ? timeOfQuery(model, item) : undefined;
      if (!now) continue;
      const message = `${nameOfItem(model, item)} counts from the time of the query, which is after the label: count from the row's timestamp`;
      yield { range: rangeOf(statement, now), severity, message };
    }
    for (const path of profileAttributes(model, select)) {
      const message = `${textOf(statement, path)} is the profile's state of today, also beside events of the past`;
      yield { range: rangeOf(statement, path), severity, message };
    }
  }
}

function nameOfItem(model: StatementModel, item: SyntaxNode): string {
  const alias = childOf(item, K.Alias);
  const name = alias && [...descendants(alias)].find((node) => node.kind === K.Name);
  return name ? nameOf(model.statement, name) : 'This column';
}
