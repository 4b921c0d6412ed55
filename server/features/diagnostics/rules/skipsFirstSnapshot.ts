import { expressionIn, expressionsIn, isQuery } from '../../../analysis/expressionKinds';
import type { StatementModel } from '../../../analysis/model';
import { operatorOf } from '../../../analysis/expression/operator';
import { namesOf } from '../../../analysis/names';
import { childOf, descendants, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, rangeOf, textOf, type Statement } from '../../../sql/tree';
import type { Finding, Rule, RuleContext } from '../rule';
import { selectsOf } from '../time/origins';
import { snapshotSlice } from '../time/snapshotSlice';

/**
 * A slice that starts after a table's first snapshot.
 *
 * Why: the start of SNAPSHOT SINCE and BETWEEN is exclusive. With the id of the first snapshot (generation 0, or the
 * least id of history_meta) the rows of the first batch are left out, where "everything" is meant.
 * What to do: start from 'HEAD', or from the first snapshot's parent_id.
 *
 *     SET @from = SELECT min(snapshot_id) FROM (SELECT history_meta('web_events'));
 *     SELECT * FROM web_events SNAPSHOT BETWEEN @from AND @to
 *
 * Known to be the first: min(snapshot_id), snapshot_id where snapshot_generation = 0, and the first row by
 * snapshot_generation or snapshot_id with LIMIT 1, each of history_meta alone; also as the fallback of coalesce.
 * Ids that are written out or come from a parameter are not judged.
 */
export const skipsFirstSnapshot: Rule = { code: 'skips-first-snapshot', severity: 'warning', check };

function* check({ model }: RuleContext): Generator<Finding> {
  const { statement } = model;
  for (const { node } of model.tables) {
    const slice = node.parent && snapshotSlice(statement, node.parent);
    if (!slice || !isFirstSnapshot(model, slice.start)) continue;
    const range = rangeOf(statement, slice.start);
    yield {
      range,
      message: `The start is exclusive, so the rows of the first snapshot are left out: start from 'HEAD' to read them all`,
      fixes: [{ title: "Start from 'HEAD'", edits: [{ range, text: "'HEAD'" }] }],
    };
  }
}

function isFirstSnapshot(model: StatementModel, start: SyntaxNode): boolean {
  if (start.kind !== K.Variable) return givesFirst(model.statement, start);
  const use = model.variables.find((each) => each.node === start);
  const set = use?.definition?.node.parent;
  if (!use?.definition || set?.kind !== K.Set) return false;
  const value = set.children.find((child) => isQuery(child)) ?? expressionsIn(set)[1];
  return value !== undefined && givesFirst(use.definition.statement, value);
}

/** The value of an expression, or of a query's only column, is the id of the first snapshot. */
function givesFirst(statement: Statement, value: SyntaxNode): boolean {
  switch (value.kind) {
    case K.Query:
      return selectsOf(value).some((select) => selectsFirst(statement, value, select));
    case K.Paren:
    case K.Subquery:
    case K.Cast:
      return value.children.some((child) => givesFirst(statement, child));
    case K.FunctionCall: {
      const list = childOf(value, K.Arguments);
      return isNamed(statement, value, ['coalesce', 'nvl', 'ifnull', 'string', 'bigint']) && list
        ? list.children.some((child) => givesFirst(statement, child))
        : false;
    }
    default:
      return false;
  }
}

function selectsFirst(statement: Statement, query: SyntaxNode, select: SyntaxNode): boolean {
  const list = childOf(select, K.SelectClause);
  const item = list && childOf(list, K.Projection);
  const value = item && expressionIn(item);
  if (!value) return false;
  if (!readsHistory(statement, select)) return givesFirst(statement, value);
  const inner = value.kind === K.FunctionCall || value.kind === K.Cast ? [...descendants(value)] : [value];
  if (!inner.some((node) => isColumn(statement, node, ['snapshot_id']))) return false;
  const where = childOf(select, K.WhereClause);
  const condition = where && expressionIn(where);
  const isFirst = isFirstRow(statement, query);
  if (condition) return mayBeGenerationZero(statement, condition, isFirst);
  return isFirst || inner.some((node) => isNamed(statement, node, ['min', 'min_by']));
}

/** FROM is `(SELECT history_meta('t'))` and nothing else. */
function readsHistory(statement: Statement, select: SyntaxNode): boolean {
  const from = childOf(select, K.FromClause);
  const [relation, other] = from?.children ?? [];
  if (!relation || other) return false;
  const calls = [...descendants(relation)].filter((node) => node.kind === K.FunctionCall);
  return calls.length === 1 && calls.every((call) => isNamed(statement, call, ['history_meta']));
}

/** A condition on generation 0, with others; of two kinds of rows, only where the first one is taken. */
function mayBeGenerationZero(statement: Statement, condition: SyntaxNode, isFirst: boolean): boolean {
  const operands = expressionsIn(condition);
  if (condition.kind === K.Paren)
    return operands.some((each) => mayBeGenerationZero(statement, each, isFirst));
  if (condition.kind !== K.Binary) return false;
  const operator = operatorOf(statement, condition);
  if (operator === T.AND || (operator === T.OR && isFirst))
    return operands.some((each) => mayBeGenerationZero(statement, each, isFirst));
  return (
    (operator === T.Equal || operator === T.EqualEqual) &&
    operands.some((each) => isColumn(statement, each, ['snapshot_generation'])) &&
    operands.some((each) => textOf(statement, each) === '0')
  );
}

/** ORDER BY the generation or id, rising, LIMIT 1 */
function isFirstRow(statement: Statement, query: SyntaxNode): boolean {
  const order = childOf(query, K.OrderByClause);
  const sort = order && childOf(order, K.SortItem);
  const key = sort && expressionIn(sort);
  const limit = childOf(query, K.LimitClause);
  const count = limit && expressionIn(limit);
  if (!key || !count || textOf(statement, count) !== '1' || ownToken(statement, sort, T.DESC) >= 0)
    return false;
  return isColumn(statement, key, ['snapshot_generation', 'snapshot_id', 'made_current_at']);
}

function isColumn(statement: Statement, node: SyntaxNode, names: readonly string[]): boolean {
  return node.kind === K.Path && names.includes(namesOf(statement, node).at(-1)?.toLowerCase() ?? '');
}

function isNamed(statement: Statement, node: SyntaxNode, names: readonly string[]): boolean {
  const name = node.kind === K.FunctionCall ? childOf(node, K.QualifiedName) : undefined;
  return name !== undefined && names.includes(textOf(statement, name).toLowerCase());
}
