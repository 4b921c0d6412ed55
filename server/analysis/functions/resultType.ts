import type { FunctionInfo, Signature, TypePattern } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import * as is from '../types/builtinTypes';
import { castMayFail } from '../types/castMayFail';
import { parameterAt } from '../../catalog/builtins/arity';
import { instantiate, type Bindings } from './bindSignature';
import { specialTypes } from './specialTypes';
import type { Argument, Typed } from '../model';

/** What a call gives. */
export function resultType(
  info: FunctionInfo,
  signature: Signature,
  args: readonly Argument[],
  bindings: Bindings,
): Typed {
  const special = specialTypes[info.name.toLowerCase()];
  const type: DataType = special?.(args) ?? instantiate(bindings, signature.returns);
  const nullable =
    info.family === 'cast'
      ? args.some(({ typed }) => typed.nullable || castMayFail(typed.type, type))
      : isNullable(info.name.toLowerCase(), signature, args);
  return { type, nullable };
}

/** What a value is turned into: numbers of any type are made of a text by making it a double. */
function wantedType(pattern: TypePattern): DataType | undefined {
  if (pattern.kind === 'exact') return pattern.type;
  const bound = pattern.kind === 'class' ? pattern.name : pattern.kind === 'variable' ? pattern.bound : 'any';
  return bound === 'numeric' || bound === 'quantity' ? is.double : undefined;
}

/** Functions that are null only where all of the arguments from the given one on are. */
const firstOfMany: Readonly<Record<string, number>> = {
  coalesce: 0,
  ifnull: 0,
  nvl: 0,
  greatest: 0,
  least: 0,
};

/** Functions where only the arguments from the given one on decide. */
const decidedFrom: Readonly<Record<string, number>> = { if: 1, nvl2: 1, array_repeat: 1 };

/** Functions where only the arguments before the given one decide. */
const decidedTo: Readonly<Record<string, number>> = { concat_ws: 1, format_string: 1, printf: 1 };

function isNullable(name: string, signature: Signature, args: readonly Argument[]): boolean {
  if (name === 'decode' && args.length > 2) return isChoiceNullable(args);
  if (signature.nullable !== 'asArguments') return signature.nullable === 'always';
  if (name in firstOfMany) return args.every((argument) => argument.typed.nullable);
  const from = decidedFrom[name] ?? 0;
  return args
    .slice(from, decidedTo[name])
    .some((argument, index) => mayBeNull(argument, signature, from + index) || isReadPart(name, argument));
}

/** A part of a date is null where a text is no date. */
function isReadPart(name: string, { typed }: Argument): boolean {
  return name === 'extract' && is.isString(typed.type);
}

/** decode(x, search, result, ..., default): null where a result is, or where none is chosen. */
function isChoiceNullable(args: readonly Argument[]): boolean {
  const hasDefault = args.length % 2 === 0;
  const results = args.filter((_, index) => index > 1 && (index % 2 === 0 || index === args.length - 1));
  return !hasDefault || results.some(({ typed }) => typed.nullable);
}

/** An argument that is not null still is when it cannot be turned into what the function takes. */
function mayBeNull(argument: Argument, signature: Signature, index: number): boolean {
  if (argument.kind !== 'value') return false;
  const pattern = parameterAt(signature, index)?.type;
  const wanted = pattern && wantedType(pattern);
  const { type, nullable } = argument.typed;
  const isText = is.isString(type) || pattern?.kind === 'exact';
  return nullable || (wanted !== undefined && isText && castMayFail(type, wanted));
}
