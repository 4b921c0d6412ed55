import type { DataType } from '../../catalog/types';
import { expressionsAlike } from '../expression/alike';
import { expressionIn } from '../expressionKinds';
import { arithmeticType, type ArithmeticOperator } from '../types/arithmeticType';
import * as is from '../types/builtinTypes';
import { canCast } from '../types/canCast';
import { equatedAs, isOrderable } from '../types/comparison';
import { concatenates } from '../types/concatType';
import { sameStructure } from '../types/sameStructure';
import { turnsInto } from '../types/turnsInto';
import { sameType } from '../types/widerType';
import type { Walker } from '../walker';
import { mayBeConstant } from './mayBeConstant';
import { resultOfCast } from './resultOfCast';
import type { Argument } from '../model';

type Check = (walker: Walker, what: string, args: readonly Argument[]) => void;

/** Functions whose arguments depend on each other in other ways than by having a type in common. */
export const specialChecks: Readonly<Record<string, Check>> = {
  concat: checkConcat,
  map: checkMap,
  named_struct: checkNames,
  nullif: equated([0, 1]),
  equal_null: equated([0, 1]),
  decode: checkDecode,
  try_add: arithmetic('+'),
  try_subtract: arithmetic('-'),
  try_multiply: arithmetic('*'),
  try_divide: arithmetic('/'),
  aggregate: checkFold,
  reduce: checkFold,
  extract: checkPart(1),
  date_part: checkPart(1),
  datepart: checkPart(1),
  stack: checkStack,
  lag: checkDefault,
  lead: checkDefault,
  ...Object.fromEntries(
    ['bigint', 'binary', 'boolean', 'date', 'decimal', 'double', 'float', 'int']
      .concat(['smallint', 'string', 'timestamp', 'tinyint'])
      .map((name) => [name, checkCast]),
  ),
};

function checkConcat(walker: Walker, what: string, args: readonly Argument[]): void {
  const types = args.map(({ typed }) => typed.type);
  if (concatenates(types)) return;
  const at = types.findIndex((_, index) => !concatenates(types.slice(0, index + 1)));
  const refused = args[at];
  if (!refused) return;
  const one = types[at === 0 ? 0 : at - 1] ?? is.unknown;
  walker.model.refuse(refused.node, { kind: 'alike', what, one, other: refused.typed.type });
}

function checkMap(walker: Walker, _what: string, args: readonly Argument[]): void {
  const keys = args.filter((_, index) => index % 2 === 0);
  const map = keys.find(({ typed }) => typed.type.kind === 'map');
  if (map) walker.model.refuse(map.node, { kind: 'unordered', what: 'A key of a map', type: map.typed.type });
  else expressionsAlike(walker, keys, 'The keys of a map');
  expressionsAlike(
    walker,
    args.filter((_, index) => index % 2 === 1),
    'The values of a map',
  );
}

/** The names of named_struct are texts, known before the query runs. */
function checkNames(walker: Walker, what: string, args: readonly Argument[]): void {
  for (const { node, typed } of args.filter((_, index) => index % 2 === 0)) {
    const isName = is.isString(typed.type) || is.isUnknown(typed.type);
    if (!isName) walker.model.refuse(node, { kind: 'value', what, expected: 'string', found: typed.type });
    else if (!mayBeConstant(walker, node))
      walker.model.refuse(node, { kind: 'notConstant', what, parameter: 'name' });
  }
}

function equated([first, second]: readonly [number, number]): Check {
  return (walker, what, args) => {
    const [a, b] = [args[first], args[second]];
    if (a && b) refuseUnequal(walker, what, a, b);
  };
}

function refuseUnequal(walker: Walker, what: string, a: Argument, b: Argument): boolean {
  const [left, right] = [a.typed.type, b.typed.type];
  const common = equatedAs(left, right);
  if (!common) walker.model.refuse(b.node, { kind: 'operands', operator: what, left, right });
  else if (!isOrderable(common)) walker.model.refuse(b.node, { kind: 'unordered', what, type: common });
  return !common;
}

/** decode(x, search, result, ..., default): each search is compared with x, the results are alike. */
function checkDecode(walker: Walker, what: string, args: readonly Argument[]): void {
  const [value] = args;
  if (!value || args.length < 3) return;
  const pairs = args.slice(1);
  const searches = pairs.filter((_, index) => index % 2 === 0 && index + 1 < pairs.length);
  if (searches.some((search) => refuseUnequal(walker, what, value, search))) return;
  const results = pairs.filter((_, index) => index % 2 === 1 || index === pairs.length - 1);
  expressionsAlike(walker, results, what);
}

function arithmetic(operator: ArithmeticOperator): Check {
  return (walker, what, [a, b]) => {
    if (!a || !b || arithmeticType(operator, a.typed, b.typed)) return;
    const [left, right] = [a.typed.type, b.typed.type];
    walker.model.refuse(b.node, { kind: 'operands', operator: what, left, right });
  };
}

/** What merge gives must be of the type of the start value, as it goes into the next merge. */
function checkFold(walker: Walker, what: string, args: readonly Argument[]): void {
  const [, start, merge] = args;
  const body = merge?.kind === 'lambda' ? expressionIn(merge.node) : undefined;
  if (!start || !merge || !body) return;
  const [one, other] = [start.typed.type, merge.typed.type];
  if (!isKnown(one) || !isKnown(other) || sameStructure(one, other)) return;
  walker.model.refuse(body, { kind: 'alike', what, one, other });
}

function isKnown(type: DataType): boolean {
  switch (type.kind) {
    case 'unknown':
      return is.isNothing(type);
    case 'array':
      return isKnown(type.element);
    case 'map':
      return isKnown(type.key) && isKnown(type.value);
    case 'struct':
      return type.fields.every((field) => isKnown(field.type));
    default:
      return true;
  }
}

/** A part is taken of a date, a time, an interval, or a text that is read as one. */
function checkPart(place: number): Check {
  return (walker, what, args) => {
    const source = args[place];
    const found = source?.typed.type ?? is.unknown;
    const hasParts = found.kind === 'unknown' || is.isDateOrTime(found) || is.isString(found);
    if (source && !hasParts)
      walker.model.refuse(source.node, { kind: 'value', what, expected: 'time', found });
  };
}

/** stack(n, ...) deals its values out to n rows; those of a column are of one type, which nothing is turned into. */
function checkStack(walker: Walker, what: string, [rows, ...values]: readonly Argument[]): void {
  const count = Number(rows?.literal);
  if (!Number.isInteger(count) || count < 1) return;
  const width = Math.ceil(values.length / count);
  for (const [index, { node, typed }] of values.entries()) {
    const first = values
      .slice(0, index)
      .find(
        (each, at) =>
          at % width === index % width && isKnown(each.typed.type) && !is.isNothing(each.typed.type),
      );
    if (!first || !isKnown(typed.type) || is.isNothing(typed.type) || sameType(first.typed.type, typed.type))
      continue;
    walker.model.refuse(node, { kind: 'alike', what, one: first.typed.type, other: typed.type });
    return;
  }
}

/** What lag and lead give outside the rows is turned into the type of the value. */
function checkDefault(walker: Walker, what: string, args: readonly Argument[]): void {
  const [value, , otherwise] = args;
  if (!value || !otherwise) return;
  const [one, other] = [value.typed.type, otherwise.typed.type];
  if (turnsInto(one, other)) return;
  walker.model.refuse(otherwise.node, { kind: 'alike', what, one, other });
}

function checkCast(walker: Walker, what: string, [value]: readonly Argument[]): void {
  const to = resultOfCast(what);
  if (!value || canCast(value.typed.type, to)) return;
  walker.model.refuse(value.node, { kind: 'cast', from: value.typed.type, to });
}
