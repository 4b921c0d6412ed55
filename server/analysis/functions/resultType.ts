import type { FunctionInfo, Signature } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import { castMayFail } from '../types/castMayFail';
import { instantiate, parameterAt, type Bindings } from './bindSignature';
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

/** Functions that are null only where all of the arguments from the given one on are. */
const firstOfMany: Readonly<Record<string, number>> = {
  coalesce: 0,
  ifnull: 0,
  nvl: 0,
  greatest: 0,
  least: 0,
};

/** Functions where only the arguments from the given one on decide. */
const decidedFrom: Readonly<Record<string, number>> = { if: 1, nvl2: 1 };

/** Functions where only the arguments before the given one decide. */
const decidedTo: Readonly<Record<string, number>> = { concat_ws: 1, format_string: 1, printf: 1 };

function isNullable(name: string, signature: Signature, args: readonly Argument[]): boolean {
  if (signature.nullable !== 'asArguments') return signature.nullable === 'always';
  if (name in firstOfMany) return args.every((argument) => argument.typed.nullable);
  const from = decidedFrom[name] ?? 0;
  return args
    .slice(from, decidedTo[name])
    .some((argument, index) => mayBeNull(argument, signature, from + index));
}

/** An argument that is not null still is when it cannot be turned into what the function takes. */
function mayBeNull(argument: Argument, signature: Signature, index: number): boolean {
  if (argument.kind !== 'value') return false;
  const pattern = parameterAt(signature, index)?.type;
  const wanted = pattern?.kind === 'exact' ? pattern.type : undefined;
  return argument.typed.nullable || (wanted !== undefined && castMayFail(argument.typed.type, wanted));
}
