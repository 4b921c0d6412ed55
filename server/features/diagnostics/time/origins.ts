import { isQuery, isRelation } from '../../../analysis/expressionKinds';
import type { Column, Rows, Source, StatementModel } from '../../../analysis/model';
import type { Dataset } from '../../../catalog/types';
import { ancestorOf, childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';

/** A column of a data set, of one place where the statement reads it. */
export interface Origin {
  /** The TableRef: two readings of a data set are two. */
  readonly table: SyntaxNode;
  readonly dataset: Dataset;
  readonly column: Column;
}

const nothing: readonly Origin[] = [];
const caches = new WeakMap<StatementModel, Map<SyntaxNode, readonly Origin[]>>();

/**
 * The columns of data sets that an expression reads, through the subqueries and common table expressions of the
 * statement; what stands in a subquery inside the expression does not count.
 */
export function originsOf(model: StatementModel, expression: SyntaxNode): readonly Origin[] {
  let cache = caches.get(model);
  if (!cache) caches.set(model, (cache = new Map()));
  const known = cache.get(expression);
  if (known) return known;
  // What is asked for again while it is being found, as in a recursive WITH, adds nothing.
  cache.set(expression, nothing);
  const found = pathsIn(expression).flatMap((path) => ofPath(model, path));
  cache.set(expression, found);
  return found;
}

/** The columns of data sets that one column of a source reads. */
export function originsOfColumn(model: StatementModel, source: Source, column: Column): readonly Origin[] {
  const { dataset, node: table } = source;
  if (dataset) return [{ table, dataset, column }];
  const query = queryOf(model, source);
  if (query) return ofOutput(model, query, source.schema.columns.indexOf(column));
  if (source.node.kind === K.LateralView || source.node.kind === K.TableFunction)
    return originsOf(model, source.node);
  return [];
}

/** The paths that make an expression's value, not those of subqueries in it, nor of the windows of functions. */
export function pathsIn(expression: SyntaxNode): readonly SyntaxNode[] {
  if (expression.kind === K.Path) return [expression];
  if (isQuery(expression)) return [];
  return expression.children.flatMap((child) => (child.kind === K.OverClause ? [] : pathsIn(child)));
}

/** The query that a source is: of a subquery in FROM, or of a common table expression of the statement. */
export function queryOf(model: StatementModel, source: Source): SyntaxNode | undefined {
  if (source.node.kind === K.DerivedTable) return childOf(source.node, K.Query);
  const { definition } = source;
  if (definition?.kind !== 'cte' || definition.statement !== model.statement) return undefined;
  const common = ancestorOf(definition.node, K.CommonTable);
  return common && childOf(common, K.Query);
}

/** The selects whose rows a query gives: one, or those of a set operation. */
export function selectsOf(query: SyntaxNode): readonly SyntaxNode[] {
  if (query.kind === K.Select) return [query];
  return query.children.filter(isQuery).flatMap(selectsOf);
}

/** What the FROM of a select brings. */
export function rowsOf(model: StatementModel, select: SyntaxNode): Rows['sources'] {
  const frame = model.selects.get(select)?.rows.frame;
  return frame?.kind === 'rows' ? frame.rows.sources : [];
}

function ofPath(model: StatementModel, path: SyntaxNode): readonly Origin[] {
  const resolution = model.paths.get(path)?.resolution;
  if (resolution?.status !== 'found') return [];
  const { source, column } = resolution;
  if (source) return source.node.kind === K.ParenRelation ? [] : originsOfColumn(model, source, column);
  const { origin } = column;
  return origin.kind === 'expression' && origin.node.kind === K.Projection
    ? originsOf(model, origin.node)
    : [];
}

function ofOutput(model: StatementModel, query: SyntaxNode, place: number): readonly Origin[] {
  return place < 0 ? [] : selectsOf(query).flatMap((select) => ofItem(model, select, place));
}

function ofItem(model: StatementModel, select: SyntaxNode, place: number): readonly Origin[] {
  let before = 0;
  for (const [item, columns] of model.selects.get(select)?.projected ?? []) {
    const column = columns[place - before];
    before += columns.length;
    if (!column || place >= before) continue;
    return item.kind === K.Star ? ofStar(model, select, column) : originsOf(model, item);
  }
  return [];
}

function ofStar(model: StatementModel, select: SyntaxNode, column: Column): readonly Origin[] {
  for (const source of rowsOf(model, select)) {
    const own = source.schema.columns.find((each) => each === column);
    if (own) return originsOfColumn(model, source, own);
  }
  const name = column.name.toLowerCase();
  return rowsOf(model, select).flatMap((source) =>
    source.schema.columns
      .filter((each) => each.name.toLowerCase() === name)
      .flatMap((each) => originsOfColumn(model, source, each)),
  );
}

/** The tables that a relation reads itself, not those of subqueries. */
export function tableRefsIn(relation: SyntaxNode): readonly SyntaxNode[] {
  if (relation.kind === K.TableRef) return [relation];
  return relation.children.filter(isRelation).flatMap(tableRefsIn);
}
