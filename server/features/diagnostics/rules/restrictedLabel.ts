import type { Hop, Reach } from '../../../analysis/lineage/flow';
import { outermostColumns, type OutermostItem } from '../../../analysis/lineage/outermostColumns';
import { statementLineage, type LineageKind } from '../../../analysis/lineage/statementLineage';
import { pathToLabel } from '../../../analysis/lineage/usageLabels';
import type { StatementModel } from '../../../analysis/model';
import { quoted } from '../../../analysis/names';
import { labelWithMeaning } from '../../../catalog/labelMeaning';
import { expressionIn } from '../../../analysis/expressionKinds';
import { type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { rangeOf } from '../../../sql/tree';
import { carriedLabels, type CarriedLabels } from '../../labels/carriedLabels';
import type { Fix } from '../diagnostic';
import type { Finding, RelatedStep, Rule, RuleContext } from '../rule';

/**
 * A column of what a query gives or writes that carries a label which the policy forbids: C9, RHD and PSPD, or those
 * of the setting `featureSql.policy.restrictedLabels`.
 *
 * Why: the labels of a field go for all that is made of it, and the data set that a query makes does not inherit them:
 * nothing else stops the data from getting into a model or an export.
 * What to do: leave the column out; or, where the label does not go for the value any more (a count, a bucket, a
 * hash), say so with a reason in the line before: `-- feature-sql: declassify column label: reason`; or ask for access.
 *
 *     SELECT _acme.email FROM web_events
 *
 * Labels follow values: what is copied, computed or aggregated from a labelled field, also from a condition inside an
 * expression. A field that only filters, joins, groups or orders rows passes on no label. The labels of a data set go
 * for all its fields, those of a struct for its fields, and a struct has those of all its fields.
 * A view is not reported, but whoever reads it.
 */
export const restrictedLabel: Rule = { code: 'restricted-label', severity: 'warning', check };

const givingRows: readonly LineageKind[] = [
  'query',
  'table',
  'insert',
  'model',
  'copy',
  'prepared',
  'cursor',
];

function* check({ model, options }: RuleContext): Generator<Finding> {
  if (options.restrictedLabels.length === 0) return;
  for (const { kind, query } of statementLineage(model)) {
    if (!givingRows.includes(kind)) continue;
    for (const item of outermostColumns(model, query)) {
      const found = item.columns.flatMap((column) => carriedLabels(column, options.restrictedLabels));
      if (found.length > 0) yield finding(model, item, found);
    }
  }
}

function finding(model: StatementModel, item: OutermostItem, found: readonly CarriedLabels[]): Finding {
  const columns = [...new Set(found.map(({ column }) => column.name))];
  const labels = [...new Set(found.flatMap((each) => each.labels))];
  const node = item.node.kind === K.Projection ? (expressionIn(item.node) ?? item.node) : item.node;
  const verb = columns.length === 1 ? 'carries' : 'carry';
  const pronoun = columns.length === 1 ? 'it' : 'them';
  return {
    range: rangeOf(model.statement, node),
    message:
      `${listed(columns)} ${verb} ${labels.map(labelWithMeaning).join(', ')}, from ${listed(fieldNames(found))}. ` +
      `Leave ${pronoun} out, declassify ${pronoun} with a reason, or ask for access`,
    fixes: fixes(model, item, columns, labels),
    related: found.flatMap(({ reach }) => steps(item.node, reach)),
  };
}

const listedAtMost = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, listedAtMost).join(', ');
  return names.length > listedAtMost ? `${shown} and ${names.length - listedAtMost} more` : shown;
}

/** The fields that carry the labels, also where the struct around them is taken. */
function fieldNames(found: readonly CarriedLabels[]): readonly string[] {
  const names = found.flatMap(({ reach: { field }, labels }) =>
    labels.map((label) => {
      const last = field.fields.at(-1);
      return [field.name, ...(last ? pathToLabel(last, label) : [])].join('.');
    }),
  );
  return [...new Set(names)];
}

/** The columns that the value passed on its way, back to where the field is read. */
function steps(item: SyntaxNode, { hops, field }: Reach): readonly RelatedStep[] {
  const all: Hop[] = [];
  for (let hop = hops; hop; hop = hop.next) all.push(hop);
  const others = all.filter(({ node }) => node !== item);
  return others.map(({ statement, node }, index) => ({
    statement,
    range: rangeOf(statement, node),
    message: index === others.length - 1 ? `${field.name} is read here` : `${field.name} passes here`,
  }));
}

function fixes(
  model: StatementModel,
  { node }: OutermostItem,
  columns: readonly string[],
  labels: readonly string[],
): readonly Fix[] {
  const { start, end } = rangeOf(model.statement, node);
  const [column = ''] = columns;
  const mayLeaveOut = !hasFixedPlaces(node);
  if (node.kind === K.Star) {
    const isPlain = node.children.every((child) => child.kind === K.QualifiedName);
    if (!isPlain || !mayLeaveOut) return [];
    const text = ` EXCEPT (${columns.map(quoted).join(', ')})`;
    return [{ title: `Leave out ${listed(columns)}`, edits: [{ range: { start: end, end }, text }] }];
  }
  if (node.kind !== K.Projection) return [];
  const comment = `-- feature-sql: declassify ${quoted(column)} ${labels.join(', ')}: \n${indentAt(model, start)}`;
  const declassify: Fix = {
    title: `Declassify ${labels.join(', ')} in ${column}, with a reason to be written`,
    edits: [{ range: { start, end: start }, text: comment }],
  };
  const removal = mayLeaveOut ? removedItem(model, node) : undefined;
  return removal
    ? [{ title: `Leave out ${column}`, edits: [{ range: removal, text: '' }] }, declassify]
    : [declassify];
}

/** The columns go to those of a table, or are put together with those of another query, place by place. */
function hasFixedPlaces(node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === K.Insert || at.kind === K.SetOperation) return true;
  }
  return false;
}

function indentAt(model: StatementModel, offset: number): string {
  const { text } = model.statement;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.replace(/\S/g, ' ');
}

/** From the item up to the next one, or from the end of the one before. */
function removedItem(model: StatementModel, node: SyntaxNode) {
  const clause = node.parent;
  if (clause?.kind !== K.SelectClause) return undefined;
  const items = clause.children.filter(({ kind }) => kind === K.Projection || kind === K.Star);
  const index = items.indexOf(node);
  const own = rangeOf(model.statement, node);
  const [next, before] = [items[index + 1], items[index - 1]];
  if (next) return { start: own.start, end: rangeOf(model.statement, next).start };
  return before && { start: rangeOf(model.statement, before).end, end: own.end };
}
