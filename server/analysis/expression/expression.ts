import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isExpression, isQuery } from '../expressionKinds';
import * as is from '../types/builtinTypes';
import type { Walker } from '../walker';
import { callType } from './call';
import { caseType } from './case';
import { castType } from './cast';
import { arrayLiteralType, tupleType } from './collection';
import { intervalType, literalType } from './literal';
import { binaryType, unaryType } from './operator';
import { betweenType, distinctType, inType, isTestType, likeType } from './predicate';
import { fieldAccessType, indexType, pathType, variableType } from './path';
import type { Scope, Typed } from '../model';

export const unknownValue: Typed = { type: is.unknown, nullable: true };

/** Types an expression and all that stands in it, and records what its names mean. */
export function expressionType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const typed = typeOf(walker, node, scope);
  walker.model.types.set(node, typed);
  return typed;
}

function typeOf(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  switch (node.kind) {
    case K.Literal:
      return literalType(walker, node);
    case K.Interval:
      return intervalType(walker, node, scope);
    case K.Path:
      return pathType(walker, node, scope);
    case K.FieldAccess:
      return fieldAccessType(walker, node, scope);
    case K.Index:
      return indexType(walker, node, scope);
    case K.Variable:
      return variableType(walker, node);
    case K.FunctionCall:
      return callType(walker, node, scope);
    case K.Binary:
      return binaryType(walker, node, scope);
    case K.Unary:
      return unaryType(walker, node, scope);
    case K.Between:
      return betweenType(walker, node, scope);
    case K.In:
      return inType(walker, node, scope);
    case K.Like:
      return likeType(walker, node, scope);
    case K.IsDistinctFrom:
      return distinctType(walker, node, scope);
    case K.IsTest:
      return isTestType(walker, node, scope);
    case K.Exists:
      walkAll(walker, node, scope);
      return { type: is.boolean, nullable: false };
    case K.Subquery:
      return subqueryType(walker, node, scope);
    case K.Paren:
      return walkAll(walker, node, scope)[0] ?? unknownValue;
    case K.Tuple:
      return tupleType(walker, node, scope);
    case K.Case:
      return caseType(walker, node, scope);
    case K.Cast:
      return castType(walker, node, scope);
    case K.ArrayLiteral:
      return arrayLiteralType(walker, node, scope);
    default:
      walkAll(walker, node, scope);
      return unknownValue;
  }
}

/** Types the expressions and queries that are children of a node. */
function walkAll(walker: Walker, node: SyntaxNode, scope: Scope): readonly Typed[] {
  const typed: Typed[] = [];
  for (const child of node.children) {
    if (isExpression(child)) typed.push(walker.expression(child, scope));
    else if (isQuery(child)) typed.push(firstColumn(walker, child, scope));
  }
  return typed;
}

/** A query as a value gives the value of its only column, or null where it has no row. */
function subqueryType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const query = node.children.find(isQuery);
  const schema = query && walker.query(query, scope);
  const [first] = schema?.columns ?? [];
  if (query && schema && !schema.open && schema.columns.length > 1) {
    const found = schema.columns.length;
    walker.model.refuse(query, { kind: 'columns', what: 'A query as a value', wanted: 1, found });
  }
  return { type: first?.type ?? is.unknown, nullable: true };
}

function firstColumn(walker: Walker, query: SyntaxNode, scope: Scope): Typed {
  const [first] = walker.query(query, scope).columns;
  return first ? { type: first.type, nullable: first.nullable } : unknownValue;
}
