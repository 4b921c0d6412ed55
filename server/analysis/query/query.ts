import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { isExpression, isQuery } from '../expressionKinds';
import { findTable } from '../findTable';
import { nameOf, namesOf } from '../names';
import { openSchema } from '../schema';
import { within } from '../scope';
import { unknown } from '../types/builtinTypes';
import { widerType } from '../types/widerType';
import type { Walker } from '../walker';
import { orderedBy, walkWindow } from '../expression/window';
import { checkAliases } from './checkAliases';
import { checkCount } from './checkCount';
import { checkSetOperation } from './checkSetOperation';
import { renamed } from './relation';
import { selectSchema } from './select';
import { valuesSchema } from './values';
import type { Column, Definition, Schema, Scope } from '../model';

/** The columns that a Query or QueryBody gives. `scope` is what is around it: CTEs, and rows of an outer query. */
export function querySchema(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  switch (node.kind) {
    case K.Query:
      return fullQuery(walker, node, scope);
    case K.Select:
      return selectSchema(walker, node, scope);
    case K.SetOperation:
      return setOperation(walker, node, scope);
    case K.Values:
      return valuesSchema(walker, node, scope);
    case K.ParenQuery: {
      const inner = node.children.find(isQuery);
      return inner ? walker.query(inner, scope) : openSchema;
    }
    case K.TableQuery:
      return tableQuery(walker, node, scope);
    default:
      return openSchema;
  }
}

function fullQuery(walker: Walker, node: SyntaxNode, around: Scope): Schema {
  const scope = withCtes(walker, node, around);
  const body = node.children.find(isQuery);
  const output = body ? walker.query(body, scope) : openSchema;
  const order = orderScope(walker, body, output, scope);
  for (const child of node.children) {
    if (child.kind === K.WindowClause) walkClause(walker, child, order);
    else if (child.kind !== K.WithClause && child !== body) walkClause(walker, child, order);
  }
  walker.model.queries.set(node, { node, output, order, outer: scope });
  return output;
}

/** ORDER BY sees the columns of the result, then, of a plain select, the rows that it reads. */
function orderScope(walker: Walker, body: SyntaxNode | undefined, output: Schema, scope: Scope): Scope {
  const select = body && walker.model.selects.get(body);
  return within(select?.rows ?? scope, { kind: 'aliases', columns: output }, scope.ctes);
}

function walkClause(walker: Walker, node: SyntaxNode, scope: Scope): void {
  for (const child of node.children) {
    if (isExpression(child)) walkKey(walker, node, child, scope);
    else if (child.kind === K.WindowSpec) walkWindow(walker, child, scope);
    else if (child.kind === K.SortItem || child.kind === K.NamedWindow) walkClause(walker, child, scope);
  }
}

/** What is sorted by, or how many rows are taken. */
function walkKey(walker: Walker, clause: SyntaxNode, node: SyntaxNode, scope: Scope): void {
  const { type } = walker.expression(node, scope);
  if (clause.kind === K.SortItem) orderedBy(walker, node, type, 'ORDER BY');
  else if (clause.kind === K.LimitClause) checkCount(walker, node, type, 'LIMIT');
  else if (clause.kind === K.OffsetClause) checkCount(walker, node, type, 'OFFSET');
}

function withCtes(walker: Walker, node: SyntaxNode, around: Scope): Scope {
  const clause = childOf(node, K.WithClause);
  if (!clause) return around;
  const recursive = ownToken(walker.statement, clause, TokenKind.RECURSIVE) >= 0;
  let scope = around;
  for (const common of childrenOf(clause, K.CommonTable)) {
    const definition = commonTable(walker, common, scope, recursive);
    if (definition) scope = { ...scope, ctes: { definition, outer: scope.ctes } };
  }
  return scope;
}

function commonTable(
  walker: Walker,
  node: SyntaxNode,
  scope: Scope,
  recursive: boolean,
): Definition | undefined {
  const { statement } = walker;
  const nameNode = childOf(node, K.Name);
  const query = childOf(node, K.Query);
  if (!nameNode) return undefined;
  const base = {
    kind: 'cte',
    name: nameOf(statement, nameNode),
    statement,
    node: nameNode,
    meanings: walker.model,
  } as const;
  const itself: Definition = { ...base, schema: openSchema };
  const inside = recursive ? { ...scope, ctes: { definition: itself, outer: scope.ctes } } : scope;
  const schema = query ? walker.query(query, inside) : openSchema;
  const list = childOf(node, K.ColumnList);
  if (list) checkAliases(walker, list, schema, namesOf(statement, list).length);
  const definition: Definition = {
    ...base,
    schema: list ? renamed(statement, schema, list) : schema,
  };
  walker.model.note(definition);
  return definition;
}

/** The names come from the first query, the types from both. */
function setOperation(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  const sides = node.children.filter(isQuery);
  const [left = openSchema, right = openSchema] = sides.map((side) => walker.query(side, scope));
  const [, rightNode] = sides;
  if (rightNode) checkSetOperation(walker, node, left, rightNode, right);
  const isLess =
    ownToken(walker.statement, node, TokenKind.EXCEPT) >= 0 ||
    ownToken(walker.statement, node, TokenKind.MINUS) >= 0;
  const columns = left.columns.map((column, index): Column => {
    const other = right.columns[index];
    if (!other) return column;
    return {
      name: column.name,
      type: widerType(column.type, other.type) ?? unknown,
      nullable: column.nullable || other.nullable,
      // No value of what is taken away is in the result.
      origin: { kind: 'columns', columns: isLess ? [column] : [column, other] },
      ...(column.unnamed && { unnamed: true }),
    };
  });
  return { columns, open: left.open };
}

function tableQuery(walker: Walker, node: SyntaxNode, scope: Scope): Schema {
  const name = childOf(node, K.QualifiedName);
  if (!name) return openSchema;
  const meaning = findTable(walker, name, scope);
  walker.model.tables.push({ node: name, names: namesOf(walker.statement, name), use: 'read', meaning });
  return meaning.kind === 'dataset' || meaning.kind === 'definition' ? meaning.schema : openSchema;
}
