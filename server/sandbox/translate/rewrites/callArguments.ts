import { parameterAt, takes } from '../../../catalog/builtins/arity';
import { findFunction } from '../../../catalog/builtins/functions';
import type { Parameter, Signature, TypePattern } from '../../../catalog/builtins/functionInfo';
import { scalar } from '../../../catalog/typeText';
import type { DataType } from '../../../catalog/types';
import type { SyntaxNode } from '../../../sql/node';
import { duckdbType, isScalar } from '../duckdbType';
import { argumentsOf, calledName } from '../nodes';
import type { Translation } from '../translation';

/** Has the arguments of a call translated to the types that the function takes in Spark. */
export function expectArguments(t: Translation, call: SyntaxNode): void {
  const args = argumentsOf(call);
  const signatures = (findFunction(calledName(t.statement, call))?.signatures ?? []).filter((signature) =>
    takes(signature, args.length),
  );
  const [signature] = signatures;
  if (!signature || signatures.length > 1) return;
  const result = t.environment.typeOf(call);
  args.forEach((argument, index) => {
    const parameter = parameterAt(signature, index);
    const type = parameter && wanted(parameter, signature, t.environment.typeOf(argument), result);
    if (type && duckdbType(type) !== undefined) t.expect(argument, type);
  });
}

/** The type that an argument becomes; `undefined` when it stays as it is. */
function wanted(
  { type: pattern }: Parameter,
  { returns }: Signature,
  argument: DataType | undefined,
  result: DataType | undefined,
): DataType | undefined {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type;
    case 'class':
      return takesTextAsNumber.has(pattern.name) && isScalar(argument, 'string')
        ? scalar('double')
        : undefined;
    case 'variable':
      if (isVariable(returns, pattern.name)) return result;
      return returns.kind === 'array' && isVariable(returns.element, pattern.name) && result?.kind === 'array'
        ? result.element
        : undefined;
    case 'array':
    case 'map':
    case 'struct':
    case 'lambda':
    case 'rows':
    case 'syntax':
      return undefined;
  }
}

const takesTextAsNumber: ReadonlySet<string> = new Set(['numeric', 'quantity', 'summable']);

function isVariable(pattern: TypePattern, name: string): boolean {
  return pattern.kind === 'variable' && pattern.name === name;
}
