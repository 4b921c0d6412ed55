import type { MismatchReason } from '../../analysis/mismatch';
import { canCast } from '../../analysis/types/canCast';
import type { Parameter } from '../../catalog/builtins/functionInfo';
import { parseType, printType } from '../../catalog/typeText';

/** The type that a cast would turn a refused value into so that it fits, as SQL writes it. */
export function castTarget(reason: MismatchReason): string | undefined {
  if (reason.kind !== 'value' && reason.kind !== 'argument') return undefined;
  const wanted = reason.kind === 'value' ? valueTarget(reason.expected) : parameterTarget(reason.parameters);
  return wanted !== undefined && canCast(reason.found, parseType(wanted)) ? wanted : undefined;
}

function valueTarget(expected: Extract<MismatchReason, { kind: 'value' }>['expected']): string | undefined {
  if (expected === 'boolean' || expected === 'string') return expected;
  return expected === 'integral' ? 'int' : classTargets[expected];
}

const classTargets: Readonly<Record<string, string>> = {
  numeric: 'double',
  number: 'double',
  quantity: 'double',
  summable: 'double',
  measure: 'double',
  exact: 'bigint',
  integral: 'bigint',
  upToInt: 'int',
  time: 'timestamp',
  atomic: 'string',
  texts: 'string',
};

function parameterTarget([parameter]: readonly Parameter[]): string | undefined {
  const type = parameter?.type;
  switch (type?.kind) {
    case 'exact':
      return printType(type.type);
    case 'class':
      return classTargets[type.name];
    case 'variable':
      return classTargets[type.bound];
    default:
      return undefined;
  }
}
