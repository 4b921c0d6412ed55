import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { ownToken, textOf } from '../../sql/tree';
import { expressionIn, isExpression, isRelation } from '../expressionKinds';
import { isDamaged } from '../isDamaged';
import { unknown } from '../types/builtinTypes';
import { holdsMap } from '../types/holdsMap';
import { nameOf } from '../names';
import { openSchema } from '../schema';
import { noRows, within } from '../scope';
import type { Walker } from '../walker';
import { conditionType, havingType } from '../expression/condition';
import { orderedBy, walkWindow } from '../expression/window';
import { generated } from './generated';
import { checkAliases } from './checkAliases';
import { together } from './join';
import { projectedColumns } from './projection';
import type { Column, Rows, Schema, Scope, Source } from '../model';

/**
 * A select: FROM brings the rows; the list, GROUP BY, HAVING and QUALIFY see the rows, then the aliases of the list;
 * WHERE sees the rows alone.
 */
export function selectSchema(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  const rows = fromRows(walker, node, scope);
  const windows = namesOfWindows(walker, node);
  const bare = rows.sources.length === 0;
  const around = seeingTimeWindow(walker, node, { ...scope, windows }, rows);
  const rowScope = within(around, { kind: 'rows', rows, bare });
  const clause = childOf(node, K.SelectClause);
  const list = selectList(walker, clause, around, rows);
  const output: Schema = clause ? list.output : openSchema;
  const aliased = seeingAliases(around, rows, output);
  walker.model.selects.set(node, {
    ...{ node, output, rows: rowScope, list: aliased },
    projected: list.projected,
  });
  walkFilters(walker, node, rowScope, aliased);
  if (clause && ownToken(walker.statement, clause, TokenKind.DISTINCT) >= 0)
    checkDistinct(walker, list.projected);
  return output;
}

function fromRows(walker: Walker, node: SyntaxNode, scope: Scope): Rows {
  const from = childOf(node, K.FromClause);
  let rows: Rows = noRows;
  for (const relation of from?.children ?? []) {
    if (isRelation(relation)) rows = together(rows, walker.relation(relation, scope, rows));
  }
  for (const view of childrenOf(node, K.LateralView))
    rows = together(rows, lateralView(walker, view, scope, rows));
  const lost = isDamaged(walker.statement, from ?? node);
  return lost ? together(rows, { sources: [unseen(node)], merged: [] }) : rows;
}

/** Stands for what an unfinished or broken FROM may bring in. */
function unseen(node: SyntaxNode): Source {
  return { kind: 'derived', qualifier: [], schema: openSchema, node };
}

/** LATERAL VIEW explode(x) t AS a, b: the function sees the rows so far. */
function lateralView(walker: Walker, node: SyntaxNode, scope: Scope, rows: Rows): Rows {
  const call = childOf(node, K.FunctionCall);
  if (call) walker.expression(call, within(scope, { kind: 'rows', rows, bare: false }));
  const given = (call && walker.model.calls.get(call)?.rows) ?? openSchema;
  const names = childrenOf(node, K.Name);
  const alias = childOf(node, K.ColumnList);
  const columnNodes = alias ? childrenOf(alias, K.Name) : names.slice(1);
  checkAliases(walker, alias ?? columnNodes.at(-1), given, columnNodes.length);
  const [table] = names;
  const { statement } = walker;
  const outer = ownToken(statement, node, TokenKind.OUTER) >= 0;
  const columns = columnNodes.map((name, index): Column => {
    const made = given.columns[index];
    return {
      name: nameOf(statement, name),
      type: made?.type ?? unknown,
      nullable: outer || (made?.nullable ?? true),
      origin: { kind: 'expression', meanings: walker.model, node },
    };
  });
  const source: Source = {
    kind: 'lateralView',
    qualifier: table ? [nameOf(statement, table)] : [],
    schema: columns.length > 0 ? { columns, open: false } : generated(walker, node, given),
    node,
  };
  return { sources: [source], merged: [] };
}

const timeWindows = ['window', 'session_window'];

/** GROUP BY window(...) makes a column of the function's name. */
function seeingTimeWindow(walker: Walker, node: SyntaxNode, around: Scope, rows: Rows): Scope {
  const clause = childOf(node, K.GroupByClause);
  const columns = (clause ? childrenOf(clause, K.FunctionCall) : []).flatMap((call): readonly Column[] => {
    const qualified = childOf(call, K.QualifiedName);
    const name = qualified ? textOf(walker.statement, qualified).toLowerCase() : '';
    if (!timeWindows.includes(name)) return [];
    const { type } = walker.expression(call, within(around, { kind: 'rows', rows, bare: false }));
    return [{ name, type, nullable: false, origin: { kind: 'builtin' } }];
  });
  return columns.length === 0
    ? around
    : within(around, { kind: 'aliases', columns: { columns, open: false } });
}

function namesOfWindows(walker: Walker, node: SyntaxNode): readonly string[] {
  const clause = childOf(node, K.WindowClause);
  return (clause ? childrenOf(clause, K.NamedWindow) : []).flatMap((window) => {
    const name = childOf(window, K.Name);
    return name ? [nameOf(walker.statement, name)] : [];
  });
}

/** Rows first, then the aliases, then what is around. */
function seeingAliases(around: Scope, rows: Rows, aliases: Schema): Scope {
  const bare = rows.sources.length === 0;
  return within(within(around, { kind: 'aliases', columns: aliases }), { kind: 'rows', rows, bare });
}

function selectList(walker: Walker, clause: SyntaxNode | undefined, around: Scope, rows: Rows) {
  const projected = new Map<SyntaxNode, readonly Column[]>();
  const columns: Column[] = [];
  const aliases: Column[] = [];
  let open = false;
  for (const item of clause?.children ?? []) {
    const scope = seeingAliases(around, rows, new FirstColumns(aliases, aliases.length));
    if (isExpression(item)) walker.expression(item, scope);
    if (item.kind !== K.Projection && item.kind !== K.Star) continue;
    const made = projectedColumns(walker, item, scope, rows);
    projected.set(item, made.columns);
    columns.push(...made.columns);
    if (item.kind === K.Projection && childOf(item, K.Alias)) aliases.push(...made.columns);
    open ||= made.open;
  }
  return { output: { columns, open: open || columns.length === 0 }, projected };
}

/** The columns of a growing list that are there now, copied only when they are asked for. */
class FirstColumns implements Schema {
  readonly open = false;
  private copy: readonly Column[] | undefined;

  constructor(
    private readonly all: readonly Column[],
    private readonly count: number,
  ) {}

  get columns(): readonly Column[] {
    this.copy ??= this.all.slice(0, this.count);
    return this.copy;
  }
}

/** Rows are told apart by values that can be compared. */
function checkDistinct(walker: Walker, projected: ReadonlyMap<SyntaxNode, readonly Column[]>): void {
  for (const [item, columns] of projected) {
    const map = columns.find((column) => holdsMap(column.type));
    if (map) orderedBy(walker, expressionIn(item) ?? item, map.type, 'DISTINCT');
  }
}

function walkFilters(walker: Walker, node: SyntaxNode, rows: Scope, aliased: Scope): void {
  for (const child of node.children) {
    switch (child.kind) {
      case K.WhereClause: {
        const condition = expressionIn(child);
        if (condition) conditionType(walker, condition, rows, 'WHERE');
        break;
      }
      case K.HavingClause:
      case K.QualifyClause: {
        const condition = expressionIn(child);
        if (condition && child.kind === K.HavingClause) havingType(walker, condition, aliased);
        else if (condition) conditionType(walker, condition, aliased, 'QUALIFY');
        break;
      }
      case K.GroupByClause:
      case K.WindowClause:
        walkGrouping(walker, child, aliased);
        break;
      default:
    }
  }
}

function walkGrouping(walker: Walker, node: SyntaxNode, scope: Scope): void {
  for (const child of node.children) {
    if (isExpression(child)) orderedBy(walker, child, walker.expression(child, scope).type, 'GROUP BY');
    else if (child.kind === K.WindowSpec) walkWindow(walker, child, scope);
    else if (child.kind === K.GroupingSets || child.kind === K.NamedWindow)
      walkGrouping(walker, child, scope);
  }
}
