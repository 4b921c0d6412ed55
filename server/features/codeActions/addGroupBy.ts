import { expressionIn, isExpression } from '../../analysis/expressionKinds';
import { hasWindow, isAggregateCall, isAggregated } from '../../analysis/isAggregated';
import type { StatementModel } from '../../analysis/model';
import { ancestorOf, childOf, childrenOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { rangeOf, textOf } from '../../sql/tree';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nodeAtCursor } from '../names/nameAt';
import { editIn, type ActionContext, type CodeAction } from './codeAction';

/** A column beside aggregates that is not grouped: group by all such columns, or take one value of each group. */
export function* addGroupBy(context: ActionContext): Generator<CodeAction> {
  const { placed, range, touched } = context;
  const diagnostic = touched.find(({ code }) => code === 'not-aggregated');
  const at = diagnostic ? diagnostic.range.start - placed.offset : range.start;
  const node = nodeAtCursor(placed.statement, at);
  const select = node && ancestorOf(node, K.Select);
  if (!select || !placed.model.selects.has(select)) return;
  const ungrouped = ungroupedIn(placed.model, select);
  if (!ungrouped || ungrouped.length === 0) return;
  const kind = diagnostic ? 'quickfix' : 'refactor.rewrite';
  const about = diagnostic && { diagnostic };
  yield {
    title: childOf(select, K.GroupByClause) ? 'Group by the other columns, too' : 'Add GROUP BY',
    ...{ kind, edits: [groupByEdit(context, select, ungrouped)], ...about },
  };
  if (diagnostic) yield* wrapInAggregate(context, diagnostic, ungrouped);
}

/** The expressions of the list that need to be grouped; `undefined` where the select has no aggregate to begin with. */
function ungroupedIn(model: StatementModel, select: SyntaxNode): readonly SyntaxNode[] | undefined {
  const list = childOf(select, K.SelectClause);
  const items = list ? childrenOf(list, K.Projection) : [];
  const clause = childOf(select, K.GroupByClause);
  const isGrouping = clause ?? items.some((item) => isAggregated(model, item));
  if (!list || !isGrouping || childOf(list, K.Star) || (clause && !isPlain(clause))) return undefined;
  const keys = new Set((clause ? clause.children : []).flatMap((key) => keysOf(model, key, items)));
  const wanted = items
    .flatMap((item) => expressionIn(item) ?? [])
    .flatMap((each) => partsToGroup(model, each, keys));
  const texts = new Set<string>();
  return wanted.filter((each) => {
    const text = keyText(model, each);
    return !keys.has(text) && !texts.has(text) && texts.add(text);
  });
}

/** GROUP BY ALL, ROLLUP and the like say it in their own way. */
function isPlain(clause: SyntaxNode): boolean {
  return clause.children.length > 0 && clause.children.every(isExpression);
}

/** What a key of GROUP BY groups by: its text, or the expression that its number or alias stands for. */
function keysOf(model: StatementModel, key: SyntaxNode, items: readonly SyntaxNode[]): readonly string[] {
  const text = textOf(model.statement, key);
  const byNumber = /^\d+$/.test(text) ? items[Number(text) - 1] : undefined;
  const byAlias = items.find((item) => {
    const alias = childOf(item, K.Alias);
    const name = alias && childOf(alias, K.Name);
    return name && textOf(model.statement, name).toLowerCase() === text.toLowerCase();
  });
  const meant = [byNumber, byAlias].flatMap((item) => (item && expressionIn(item)) ?? []);
  return [keyText(model, key), ...meant.map((each) => keyText(model, each))];
}

function keyText(model: StatementModel, node: SyntaxNode): string {
  return textOf(model.statement, node).replace(/\s+/g, ' ').toLowerCase();
}

/** A whole expression without aggregates, or the columns that stand beside the aggregates in it. */
function partsToGroup(
  model: StatementModel,
  node: SyntaxNode,
  keys: ReadonlySet<string>,
): readonly SyntaxNode[] {
  if (keys.has(keyText(model, node))) return [];
  if (node.kind === K.Query || isAggregateCall(model.calls.get(node))) return [];
  if (isAggregated(model, node) || hasWindow(model, node)) {
    return node.children.flatMap((child) => partsToGroup(model, child, keys));
  }
  const paths = [...descendants(node)].filter((each) => readsRow(model, each));
  if (paths.length === 0 || !isExpression(node)) return [];
  return paths.every((path) => keys.has(keyText(model, path))) ? [] : [node];
}

function readsRow(model: StatementModel, node: SyntaxNode): boolean {
  const resolution = model.paths.get(node)?.resolution;
  return resolution?.status === 'found' && resolution.from === 'rows';
}

function groupByEdit(
  { placed }: ActionContext,
  select: SyntaxNode,
  ungrouped: readonly SyntaxNode[],
): CodeAction['edits'][number] {
  const { statement } = placed;
  const texts = ungrouped.map((each) => textOf(statement, each)).join(', ');
  const clause = childOf(select, K.GroupByClause);
  if (clause) {
    const { end } = rangeOf(statement, clause.children.at(-1) ?? clause);
    return editIn(placed, end, end, `, ${texts}`);
  }
  const before: readonly K[] = [K.SelectClause, K.IntoClause, K.FromClause, K.LateralView, K.WhereClause];
  const last = select.children.findLast(({ kind }) => before.includes(kind)) ?? select;
  const { start, end } = rangeOf(statement, last);
  const lineStart = statement.text.lastIndexOf('\n', start - 1) + 1;
  const indent = statement.text.slice(lineStart, start);
  const isOnOwnLine = indent.trim() === '' && lineStart > 0;
  return editIn(placed, end, end, `${isOnOwnLine ? `\n${indent}` : ' '}GROUP BY ${texts}`);
}

function* wrapInAggregate(
  { placed }: ActionContext,
  diagnostic: Diagnostic,
  ungrouped: readonly SyntaxNode[],
): Generator<CodeAction> {
  const { statement, model } = placed;
  const start = diagnostic.range.start - placed.offset;
  const end = diagnostic.range.end - placed.offset;
  const node = ungrouped.find((each) => {
    const own = rangeOf(statement, each);
    return own.start <= start && end <= own.end;
  });
  const type = node && model.types.get(node)?.type;
  if (!node || !type) return;
  // Maps cannot be compared, so that they have no greatest.
  const name = type.kind === 'map' ? 'first' : 'max';
  const { start: from, end: to } = rangeOf(statement, node);
  const text = `${name}(${textOf(statement, node)})`;
  const item = node.parent?.kind === K.Projection && !childOf(node.parent, K.Alias) ? node.parent : undefined;
  const lent = item && node.kind === K.Path ? childrenOf(node, K.Name).at(-1) : undefined;
  const alias = lent ? ` AS ${textOf(statement, lent)}` : '';
  yield {
    title: `Take ${name} of each group`,
    kind: 'quickfix',
    edits: [editIn(placed, from, to, text + alias)],
    diagnostic,
  };
}
