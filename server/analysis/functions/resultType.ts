import type { FunctionInfo, Signature } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
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
  return { type, nullable: isNullable(info.name.toLowerCase(), signature, args) };
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

function isNullable(name: string, signature: Signature, args: readonly Argument[]): boolean {
  if (signature.nullable !== 'asArguments') return signature.nullable === 'always';
  if (name in firstOfMany) return args.every((argument) => argument.typed.nullable);
  if (name === 'concat_ws') return args[0]?.typed.nullable ?? false;
  return args
    .slice(decidedFrom[name] ?? 0)
    .some((argument) => argument.kind === 'value' && argument.typed.nullable);
}
