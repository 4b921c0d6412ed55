import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { ownToken } from '../../sql/tree';
import { expressionsIn, isExpression, isQuery } from '../expressionKinds';
import { comparisonMayFail } from '../types/binaryType';
import * as is from '../types/builtinTypes';
import { comparedAs, equatedAs, isOrderable } from '../types/comparison';
import { castMayFail } from '../types/castMayFail';
import { sameStructure } from '../types/sameStructure';
import { widestType } from '../types/widerType';
import type { Walker } from '../walker';
import { expressionsAlike } from './alike';
import type { Schema, Scope, Typed } from '../model';

/** `a BETWEEN low AND high`: two comparisons. */
export function betweenType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [value, ...bounds] = walked(walker, node, scope);
  let nullable = value?.typed.nullable ?? true;
  for (const bound of bounds) {
    if (!value) continue;
    const [left, right] = [value.typed.type, bound.typed.type];
    const common = comparedAs(left, right);
    if (!common) walker.model.refuse(bound.node, { kind: 'operands', operator: 'BETWEEN', left, right });
    else if (!isOrderable(common))
      walker.model.refuse(bound.node, { kind: 'unordered', what: 'BETWEEN', type: common });
    nullable ||= bound.typed.nullable || comparisonMayFail(left, right);
  }
  return { type: is.boolean, nullable };
}

/** `a IS DISTINCT FROM b`: an equality that null takes part in. */
export function distinctType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [left, right] = walked(walker, node, scope);
  if (left && right) {
    const [one, other] = [left.typed.type, right.typed.type];
    const what = 'IS DISTINCT FROM';
    const common = equatedAs(one, other);
    if (!common) walker.model.refuse(node, { kind: 'operands', operator: what, left: one, right: other });
    else if (!isOrderable(common)) walker.model.refuse(node, { kind: 'unordered', what, type: common });
  }
  return { type: is.boolean, nullable: false };
}

/** `a IS NULL`, or `a IS TRUE`, which compares with a boolean. */
export function isTestType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [value] = walked(walker, node, scope);
  const compares = [T.TRUE, T.FALSE].some((word) => ownToken(walker.statement, node, word) >= 0);
  const found = value?.typed.type;
  if (value && found && compares && !equatedAs(found, is.boolean)) {
    walker.model.refuse(value.node, { kind: 'value', what: 'IS TRUE', expected: 'boolean', found });
  }
  return { type: is.boolean, nullable: false };
}

/** `a LIKE pattern`, also with a list of patterns: all is read as text. */
export function likeType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const values = walked(walker, node, scope);
  for (const { node: each, typed } of values) {
    const patterns = each.kind === K.Tuple || each.kind === K.Paren;
    if (!patterns && !isText(typed.type)) {
      walker.model.refuse(each, { kind: 'value', what: 'LIKE', expected: 'string', found: typed.type });
    }
  }
  // What a list of patterns gives is told to be nullable whatever the patterns are.
  const listed = [T.ANY, T.ALL, T.SOME].some((word) => ownToken(walker.statement, node, word) >= 0);
  return { type: is.boolean, nullable: listed || values.some(({ typed }) => typed.nullable) };
}

function isText(type: DataType): boolean {
  return type.kind === 'unknown' || is.isAtomic(type);
}

/** `a IN (b, c)` or `a IN (query)`, where `a` may be a list of values. */
export function inType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const query = node.children.find(isQuery);
  if (query) return inQueryType(walker, node, query, scope);
  const values = walked(walker, node, scope);
  const types = values.map(({ typed }) => typed.type);
  const [first] = types;
  // Rows are compared by place, whatever their fields are called.
  const areAlike = first?.kind === 'struct' && types.every((type) => sameStructure(first, type));
  if (!areAlike) expressionsAlike(walker, values, 'IN');
  const common = areAlike ? first : widestType(types);
  if (common && !isOrderable(common))
    walker.model.refuse(node, { kind: 'unordered', what: 'IN', type: common });
  const nullable = values.some(
    ({ typed }) => typed.nullable || (common !== undefined && castMayFail(typed.type, common)),
  );
  return { type: is.boolean, nullable };
}

function inQueryType(walker: Walker, node: SyntaxNode, query: SyntaxNode, scope: Scope): Typed {
  const [value] = expressionsIn(node);
  const left = value ? walker.expression(value, scope) : undefined;
  const right = walker.query(query, scope);
  if (value && left) compareWithQuery(walker, value, left, query, right);
  const [first] = right.columns;
  return { type: is.boolean, nullable: !left || left.nullable || (first?.nullable ?? true) };
}

function compareWithQuery(
  walker: Walker,
  value: SyntaxNode,
  left: Typed,
  query: SyntaxNode,
  right: Schema,
): void {
  const values =
    value.kind === K.Tuple && left.type.kind === 'struct'
      ? left.type.fields.map((field) => field.type)
      : [left.type];
  if (right.open) return;
  if (values.length !== right.columns.length) {
    const [wanted, found] = [values.length, right.columns.length];
    walker.model.refuse(query, { kind: 'columns', what: 'IN', wanted, found });
    return;
  }
  for (const [index, one] of values.entries()) {
    const other = right.columns[index]?.type ?? is.unknown;
    const common = lookedUpAs(one, other);
    if (!common) walker.model.refuse(query, { kind: 'operands', operator: 'IN', left: one, right: other });
    else if (!isOrderable(common))
      walker.model.refuse(query, { kind: 'unordered', what: 'IN', type: common });
  }
}

/** Among the values of a query, a text is looked up as a number, a date or a time only. */
function lookedUpAs(a: DataType, b: DataType): DataType | undefined {
  const [text, other] = is.isString(a) ? [a, b] : [b, a];
  const isRead = is.isString(text) && (is.isBoolean(other) || is.isBinary(other));
  return isRead ? undefined : comparedAs(a, b);
}

function walked(walker: Walker, node: SyntaxNode, scope: Scope) {
  return node.children
    .filter(isExpression)
    .map((child) => ({ node: child, typed: walker.expression(child, scope) }));
}
