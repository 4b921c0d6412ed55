import type { StatementModel } from '../../../analysis/model';
import { expressionsIn } from '../../../analysis/expressionKinds';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { textOf } from '../../../sql/tree';
import { textValue } from '../textValue';
import { pathsIn, selectsOf } from '../time/origins';
import type { FeatureQuery } from './featureQuery';

/**
 * The items of select lists that make a query's label, with those that they are computed from: none where nothing
 * says that the query makes a training set.
 *
 * A label is, in this order: the LABEL of CREATE MODEL; a column named so (`label`, `churn_label`, `target`, `y`,
 * `subscriptionOccurred`); beside windows that look back, a conditional window over later events or the whole
 * partition that a condition of the query asks for (`asked`), as where the rows of a training set are chosen; or the
 * only conditional one over the whole partition.
 */
export function labelsOf(
  model: StatementModel,
  query: FeatureQuery,
  asked: ReadonlySet<SyntaxNode>,
): ReadonlySet<SyntaxNode> {
  const named = [...modelLabels(model, query), ...labelNames(model, query)];
  const found = named.length > 0 ? named : labelsByUse(query, asked);
  const labels = new Set<SyntaxNode>();
  found.forEach((item) => addWithSources(model, item, labels));
  return labels;
}

/** The items whose values the conditions of a query ask for: what chooses rows is no feature. */
export function itemsInConditions(model: StatementModel, query: FeatureQuery): ReadonlySet<SyntaxNode> {
  const items = new Set<SyntaxNode>();
  for (const node of descendants(query.root)) {
    if (conditionClauses.has(node.kind))
      conditionPaths(node).forEach((path) => addSource(model, path, items));
  }
  return items;
}

const conditionClauses: ReadonlySet<K> = new Set([K.WhereClause, K.QualifyClause, K.OnClause, K.When]);

function conditionPaths(clause: SyntaxNode): readonly SyntaxNode[] {
  const parts = expressionsIn(clause);
  return (clause.kind === K.When ? parts.slice(0, 1) : parts).flatMap(pathsIn);
}

function labelsByUse({ windows }: FeatureQuery, asked: ReadonlySet<SyntaxNode>): readonly SyntaxNode[] {
  const looksBack = windows.some(({ sees }) => sees === 'past');
  const candidates = windows.filter(({ sees, isConditional }) => sees !== 'past' && isConditional);
  if (!looksBack || candidates.length === 0) return [];
  const chosen = candidates.filter(({ item }) => asked.has(item));
  if (chosen.length > 0) return chosen.map(({ item }) => item);
  const whole = candidates.filter(({ sees }) => sees === 'all');
  return whole.length === 1 ? whole.map(({ item }) => item) : [];
}

function modelLabels(model: StatementModel, { root }: FeatureQuery): readonly SyntaxNode[] {
  const { statement } = model;
  return model.writes.flatMap(({ node }) => {
    const isModel = node.kind === K.CreateModel || node.kind === K.UpdateModel;
    const options = isModel && isWithin(node, root) ? childOf(node, K.Options) : undefined;
    const query = childOf(node, K.Query);
    const option = options && childrenOf(options, K.Option).find((each) => isLabelOption(model, each));
    const value = option && expressionsIn(option).at(-1);
    const name = value && (textValue(statement, value) ?? textOf(statement, value)).toLowerCase();
    return name === undefined || !query
      ? []
      : selectsOf(query).flatMap((each) => itemsNamed(model, each, name));
  });
}

function isLabelOption(model: StatementModel, option: SyntaxNode): boolean {
  const name = childOf(option, K.Name);
  return name !== undefined && textOf(model.statement, name).toLowerCase() === 'label';
}

function isWithin(node: SyntaxNode, root: SyntaxNode): boolean {
  for (let at: SyntaxNode | undefined = node; at; at = at.parent) if (at === root) return true;
  return false;
}

/** The items that make the column of a name, also where a star passes it on. */
function itemsNamed(model: StatementModel, select: SyntaxNode, name: string): readonly SyntaxNode[] {
  return [...(model.selects.get(select)?.projected ?? [])].flatMap(([item, columns]) => {
    const column = columns.find((each) => each.name.toLowerCase() === name);
    if (!column) return [];
    if (item.kind === K.Projection) return [item];
    const { origin } = column;
    const made = origin.kind === 'expression' && origin.node.kind === K.Projection;
    return made && origin.meanings.statement === model.statement ? [origin.node] : [];
  });
}

const labelName = /^(?:label|target|outcome|y)$|_(?:label|target|outcome|occurred)$|^is_?(?:label|target)$/i;
const camelLabelName = /[a-z0-9](?:Label|Target|Outcome|Occurred)$/;

function labelNames(model: StatementModel, { selects }: FeatureQuery): readonly SyntaxNode[] {
  return selects.flatMap((select) =>
    [...(model.selects.get(select)?.projected ?? [])].flatMap(([item, [column]]) =>
      item.kind === K.Projection &&
      column !== undefined &&
      (labelName.test(column.name) || camelLabelName.test(column.name)) &&
      !isRawColumn(item)
        ? [item]
        : [],
    ),
  );
}

/** A path without alias only passes a column on. */
function isRawColumn(item: SyntaxNode): boolean {
  return item.children.length === 1 && item.children[0]?.kind === K.Path;
}

function addWithSources(model: StatementModel, item: SyntaxNode, labels: Set<SyntaxNode>): void {
  if (labels.has(item)) return;
  labels.add(item);
  for (const path of pathsIn(item)) addSource(model, path, labels);
}

/** The item of this statement that makes a path's column, and what it is computed from. */
function addSource(model: StatementModel, path: SyntaxNode, items: Set<SyntaxNode>): void {
  const resolution = model.paths.get(path)?.resolution;
  if (resolution?.status !== 'found') return;
  const { origin } = resolution.column;
  const made = origin.kind === 'expression' && origin.node.kind === K.Projection;
  if (made && origin.meanings.statement === model.statement) addWithSources(model, origin.node, items);
}
