import type { DataType } from '../../catalog/types';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind } from '../../sql/tokenKind';
import { textOf } from '../../sql/tree';
import { dropped } from '../definitions';
import { expressionsIn } from '../expressionKinds';
import { isDoubleQuoted, isDynamic, nameOf, namesOf } from '../names';
import { resolvePath, stepInto } from '../resolvePath';
import * as is from '../types/builtinTypes';
import { turnsInto } from '../types/turnsInto';
import type { Walker } from '../walker';
import type { Resolution, Scope, Typed } from '../model';

const unknownValue: Typed = { type: is.unknown, nullable: true };

/** A column or a path into one. */
export function pathType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const { statement, model } = walker;
  const names = namesOf(statement, node);
  const resolution = meaningOf(walker, node, names, scope);
  model.paths.set(node, { node, names, scope, resolution });
  if (resolution.status === 'found') return { type: resolution.type, nullable: resolution.nullable };
  const isText = isDoubleQuoted(statement, node) && resolution.status === 'missing';
  return isText ? { type: is.string, nullable: false } : unknownValue;
}

function meaningOf(walker: Walker, node: SyntaxNode, names: readonly string[], scope: Scope): Resolution {
  if (names.length === 0 || isDynamic(walker.statement, node)) return { status: 'unknown' };
  const resolution = resolvePath(scope, names);
  // A connection with ?FLATTEN has a column for each nested field, named by its path.
  const mayBeFlattened = isDoubleQuoted(walker.statement, node) && /^\w+(\.\w+)+$/.test(names[0] ?? '');
  return resolution.status === 'missing' && mayBeFlattened ? { status: 'unknown' } : resolution;
}

/** `value.field`, where the value is not a plain path. */
export function fieldAccessType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [base] = expressionsIn(node);
  const from = base ? walker.expression(base, scope).type : is.unknown;
  const name = childOf(node, K.Name);
  return name ? fieldOf(walker, name, nameOf(walker.statement, name), from) : unknownValue;
}

/** `value[index]`: a field of a struct by its name, an element of an array, a value of a map. */
export function indexType(walker: Walker, node: SyntaxNode, scope: Scope): Typed {
  const [base, index] = expressionsIn(node);
  const from = base ? walker.expression(base, scope).type : is.unknown;
  const place = index ? walker.expression(index, scope).type : is.unknown;
  if (base && index) checkIndex(walker, base, from, index, place);
  if (from.kind === 'map') return { type: from.value, nullable: true };
  if (from.kind === 'scalar' || from.kind === 'decimal') return unknownValue;
  const key = index && stringValue(walker, index);
  const fields = from.kind === 'array' ? from.element.kind === 'struct' : true;
  if (index && key !== undefined && fields) return fieldOf(walker, index, key, from);
  return from.kind === 'array' ? { type: from.element, nullable: true } : unknownValue;
}

/** Only arrays, maps and structs have parts; an array counts them by whole numbers. */
function checkIndex(
  walker: Walker,
  base: SyntaxNode,
  from: DataType,
  index: SyntaxNode,
  place: DataType,
): void {
  const { model } = walker;
  const what = '[ ]';
  if (is.isUnknown(from) || is.isUnknown(place)) return;
  if (from.kind === 'array') {
    const counts = is.isIntegral(place) || is.isNothing(place) || stringValue(walker, index) !== undefined;
    if (!counts) model.refuse(index, { kind: 'value', what, expected: 'integral', found: place });
  } else if (from.kind === 'map') {
    if (!turnsInto(from.key, place))
      model.refuse(index, { kind: 'operands', operator: what, left: from.key, right: place });
  } else if (from.kind === 'struct') {
    if (!is.isString(place)) model.refuse(index, { kind: 'value', what, expected: 'string', found: place });
  } else model.refuse(base, { kind: 'value', what, expected: 'nested', found: from });
}

function fieldOf(walker: Walker, node: SyntaxNode, name: string, type: DataType): Typed {
  const step = stepInto(type, name);
  if (step) return { type: step.type, nullable: true };
  walker.model.missingFields.push({ node, name, type });
  return unknownValue;
}

/** What a plain text literal says. */
export function stringValue(walker: Walker, node: SyntaxNode): string | undefined {
  const isPlain =
    node.kind === K.Literal &&
    node.end === node.first + 1 &&
    walker.statement.tokens.kinds[node.first] === TokenKind.String;
  const text = isPlain ? textOf(walker.statement, node) : '';
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : undefined;
}

export function variableType(walker: Walker, node: SyntaxNode): Typed {
  const name = textOf(walker.statement, node);
  const found = walker.model.find('variable', name);
  const definition = found === dropped ? undefined : found;
  walker.model.variables.push({ node, name, use: 'read', definition });
  const value = definition?.value;
  // The value is put in as text, so that a text may stand for anything: a number, a name, a condition.
  return value && !is.isString(value.type) ? value : unknownValue;
}
