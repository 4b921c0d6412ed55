import { operatorOf } from '../../server/analysis/expression/operator';
import { expressionIn, expressionsIn } from '../../server/analysis/expressionKinds';
import { parameterAt } from '../../server/catalog/builtins/arity';
import type { CallUse, Schema, WriteUse } from '../../server/analysis/model';
import type { TypePattern } from '../../server/catalog/builtins/functionInfo';
import type { DataType } from '../../server/catalog/types';
import { childOf, childrenOf, descendants, type SyntaxNode } from '../../server/sql/node';
import { NodeKind as K } from '../../server/sql/nodeKind';
import { TokenKind as T } from '../../server/sql/tokenKind';
import { rangeOf } from '../../server/sql/tree';
import { movedBy, type Place, type PlaceContext } from './mutant';

const nested = ['array(1)', "map('a', 1)", "named_struct('a', 1)"];
const notBoolean = ['5', 'current_date()', 'array(1)'];

/** The values of a statement that are of a type that something asks for. */
export function* typePlaces(context: PlaceContext): Generator<Place> {
  const { model } = context.statement;
  for (const call of model.calls.values()) yield* callPlaces(context, call);
  for (const node of descendants(model.statement.root)) yield* operandPlaces(context, node);
  for (const write of model.writes) yield* insertPlaces(context, write);
}

function* callPlaces(context: PlaceContext, call: CallUse): Generator<Place> {
  const [signature, other] = call.info?.signatures ?? [];
  if (!signature || other || !call.signature || call.nameNode === call.node) return;
  for (const [index, argument] of call.arguments.entries()) {
    const wrong = wrongFor(parameterAt(signature, index)?.type, call.name);
    if (argument.kind !== 'value') continue;
    if (wrong.length > 0) yield broken(context, 'argument', argument.node, wrong);
    else yield leftOut('argument', 'a parameter that takes any type');
  }
  const isFixed = signature.parameters.every((each) => !each.variadic && each.type.kind !== 'syntax');
  const list = childOf(call.node, K.Arguments);
  const last = call.arguments.at(-1);
  if (!isFixed || !list || last?.kind !== 'value') return;
  const more = ', 1'.repeat(signature.parameters.length - call.arguments.length + 1);
  const { end } = movedBy(rangeOf(context.statement.statement, last.node), context.statement.offset);
  yield {
    ...{ group: 'types', kind: 'number of arguments', range: { start: end, end } },
    replacement: () => more,
    also: placeOf(context, call.node),
  };
}

/** Values of types that a parameter certainly does not take: Spark makes texts of single values only, and no number of a truth value. */
function wrongFor(pattern: TypePattern | undefined, name: string): readonly string[] {
  if (/^(string|varchar|char)$/i.test(name)) return [];
  switch (pattern?.kind) {
    case 'exact':
      return wrongForType(pattern.type);
    case 'array':
    case 'map':
    case 'struct':
      return ['1', 'true', 'current_date()'];
    case 'class':
      return wrongForClass(pattern.name);
    default:
      return [];
  }
}

function wrongForClass(name: string): readonly string[] {
  switch (name) {
    case 'collection':
    case 'struct':
      return ['1', 'true'];
    case 'atomic':
      return nested;
    case 'numeric':
    case 'integral':
      return [...nested, 'true'];
    default:
      return [];
  }
}

function wrongForType(type: DataType): readonly string[] {
  if (type.kind !== 'scalar') return type.kind === 'decimal' ? [...nested, 'true'] : ['1'];
  if (type.name === 'boolean') return [...nested, '5'];
  return type.name === 'string' || type.name === 'binary' ? nested : [...nested, 'true'];
}

const arithmetic: ReadonlySet<T> = new Set([T.Plus, T.Minus, T.Star, T.Slash, T.Percent]);
const comparisons: ReadonlySet<T> = new Set([
  ...[T.Equal, T.EqualEqual, T.NotEqual, T.Less, T.LessEqual, T.Greater, T.GreaterEqual],
]);

function* operandPlaces(context: PlaceContext, node: SyntaxNode): Generator<Place> {
  switch (node.kind) {
    case K.Binary:
      yield* binaryPlaces(context, node);
      break;
    case K.WhereClause:
    case K.OnClause:
    case K.HavingClause:
      yield* conditionPlace(context, 'condition', expressionIn(node));
      break;
    case K.When:
      if (node.parent && !hasSubject(node.parent)) yield* conditionPlace(context, 'WHEN', expressionIn(node));
      break;
    case K.Unary:
      if (context.statement.statement.tokens.kinds[node.first] === T.NOT)
        yield* conditionPlace(context, 'NOT', expressionIn(node));
      break;
    default:
  }
}

/** CASE x WHEN ...: what stands after WHEN is compared with x. */
function hasSubject(node: SyntaxNode): boolean {
  return expressionIn(node) !== undefined;
}

function* conditionPlace(
  context: PlaceContext,
  kind: string,
  condition: SyntaxNode | undefined,
): Generator<Place> {
  if (condition) yield broken(context, kind, condition, notBoolean);
}

function* binaryPlaces(context: PlaceContext, node: SyntaxNode): Generator<Place> {
  const { model, statement } = context.statement;
  const [left, right] = expressionsIn(node);
  if (!left || !right) return;
  const operator = operatorOf(statement, node);
  if (operator === T.AND || operator === T.OR) {
    yield broken(context, 'operand of AND, OR', right, notBoolean);
    return;
  }
  const kind = arithmetic.has(operator)
    ? 'operand of arithmetic'
    : comparisons.has(operator)
      ? 'operand of a comparison'
      : undefined;
  if (kind === undefined) return;
  if (isScalar(model.types.get(left)?.type))
    yield broken(context, kind, right, arithmetic.has(operator) ? [...nested, 'true'] : nested);
  else yield leftOut(kind, 'the other operand is of no known single type');
}

function isScalar(type: DataType | undefined): boolean {
  return type?.kind === 'scalar' || type?.kind === 'decimal';
}

function* insertPlaces(context: PlaceContext, write: WriteUse): Generator<Place> {
  const query = write.node.kind === K.Insert ? childOf(write.node, K.Query) : undefined;
  const select = query && childOf(query, K.Select);
  const list = select && childOf(select, K.SelectClause);
  const target = targetOf(write);
  if (!list || !query) return;
  if (!target || target.open || write.output?.open !== false || write.columns.length > 0) {
    yield leftOut('inserted value', 'a target or query whose columns are not known');
    return;
  }
  for (const [index, item] of childrenOf(list, K.Projection).entries()) {
    const value = expressionIn(item);
    if (value && isScalar(target.columns[index]?.type) && childrenOf(list, K.Star).length === 0)
      yield broken(context, 'inserted value', value, nested);
  }
  const { end } = placeOf(context, list);
  yield {
    ...{ group: 'types', kind: 'number of inserted values', range: { start: end, end } },
    replacement: () => ', 1 AS one_more',
    also: placeOf(context, write.node),
  };
}

function targetOf({ table }: WriteUse): Schema | undefined {
  const meaning = table?.meaning;
  return meaning?.kind === 'dataset' || meaning?.kind === 'definition' ? meaning.schema : undefined;
}

function broken(context: PlaceContext, kind: string, node: SyntaxNode, texts: readonly string[]): Place {
  const range = placeOf(context, node);
  return { group: 'types', kind, range, replacement: (random) => random.pick(texts) };
}

function leftOut(kind: string, reason: string): Place {
  return { group: 'types', kind, reason };
}

function placeOf({ statement }: PlaceContext, node: SyntaxNode) {
  return movedBy(rangeOf(statement.statement, node), statement.offset);
}
