import type { FunctionInfo, Parameter, Signature, TypePattern } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import { childrenOf } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { expressionIn } from '../expressionKinds';
import { takesBoolean } from '../expression/condition';
import * as is from '../types/builtinTypes';
import { tightestType, widerWithoutText } from '../types/tightestType';
import { widerType } from '../types/widerType';
import type { Walker } from '../walker';
import { accepts } from './accepts';
import { parameterAt, takes } from '../../catalog/builtins/arity';
import { bind, type Bindings } from './bindSignature';
import { isFeatureList } from './isFeatureList';
import { mayBeConstant } from './mayBeConstant';
import { specialChecks } from './specialChecks';
import type { Argument } from '../model';

/** Notes the arguments of a call that the function does not take; at most one, as others may follow from it. */
export function checkArguments(
  walker: Walker,
  info: FunctionInfo,
  signature: Signature,
  args: readonly Argument[],
): void {
  const before = walker.model.mismatches.length;
  for (const [index, argument] of args.entries()) {
    checkArgument(walker, info, signature, index, argument, args.length);
    if (walker.model.mismatches.length > before) return;
  }
  const special = specialChecks[info.name.toLowerCase()];
  if (special) special(walker, info.name, args);
  else if (args.length > 1 && sharesVariable(signature)) checkVariables(walker, info.name, signature, args);
}

function checkArgument(
  walker: Walker,
  info: FunctionInfo,
  signature: Signature,
  index: number,
  argument: Argument,
  count: number,
): void {
  const parameter = parameterAt(signature, index);
  if (!parameter) return;
  const what = info.name;
  const { node, typed } = argument;
  if (argument.kind === 'lambda') return checkLambda(walker, what, parameter, argument);
  if (argument.kind !== 'value') return;
  // A value where a lambda may stand is what the lambda would give for every element.
  if (parameter.type.kind === 'lambda') return;
  if (parameter.constant && !mayBeConstant(walker, node)) {
    walker.model.refuse(node, { kind: 'notConstant', what, parameter: parameter.name });
  } else if (parameter.notNull && is.isNothing(typed.type)) {
    walker.model.refuse(node, { kind: 'null', what, parameter: parameter.name });
  } else if (!accepts(parameter, typed.type)) {
    const parameters = alternatives(info, index, count);
    walker.model.refuse(node, { kind: 'argument', what, parameters, found: typed.type });
  }
}

/** What the signatures of as many arguments take at a place. */
function alternatives(info: FunctionInfo, index: number, count: number): readonly Parameter[] {
  return info.signatures
    .filter((signature) => takes(signature, count))
    .flatMap((signature) => parameterAt(signature, index) ?? []);
}

function checkLambda(walker: Walker, what: string, parameter: Parameter, { node, typed }: Argument): void {
  const { type } = parameter;
  const count = childrenOf(node, K.Name).length;
  if (type.kind !== 'lambda' || count < type.required || count > type.parameters.length) {
    refuseLambda(walker, what, parameter, { node });
    return;
  }
  const body = expressionIn(node);
  if (!body || type.result.kind !== 'exact') return;
  if (is.isBoolean(type.result.type)) takesBoolean(walker, body, typed.type, what);
  else if (!is.isUnknown(typed.type) && !isInt(typed.type)) {
    walker.model.refuse(body, { kind: 'value', what, expected: 'integral', found: typed.type });
  }
}

function isInt(type: DataType): boolean {
  return type.kind === 'scalar' && type.name === 'int';
}

function refuseLambda(
  walker: Walker,
  what: string,
  { name, type }: Parameter,
  { node }: Pick<Argument, 'node'>,
): void {
  const least = type.kind === 'lambda' ? type.required : 0;
  const most = type.kind === 'lambda' ? type.parameters.length : 0;
  walker.model.refuse(node, { kind: 'lambda', what, parameter: name, least, most });
}

/** How the variables widen that no text widens. */
const widening: Readonly<Record<string, typeof widerType>> = {
  E: tightestType,
  K: tightestType,
  G: widerWithoutText,
};

const sharing = new WeakMap<Signature, boolean>();

/** Two arguments may be of one variable: known of each signature once. */
function sharesVariable(signature: Signature): boolean {
  let shares = sharing.get(signature);
  if (shares === undefined) {
    const names = signature.parameters.flatMap(({ type, variadic }) => {
      const met = variablesOf(type);
      return variadic ? [...met, ...met] : met;
    });
    shares = new Set(names).size < names.length;
    sharing.set(signature, shares);
  }
  return shares;
}

function variablesOf(pattern: TypePattern): readonly string[] {
  switch (pattern.kind) {
    case 'variable':
      return [pattern.name];
    case 'array':
      return variablesOf(pattern.element);
    case 'map':
      return [...variablesOf(pattern.key), ...variablesOf(pattern.value)];
    default:
      return [];
  }
}

/** Arguments of one variable must have a type in common. */
function checkVariables(walker: Walker, what: string, signature: Signature, args: readonly Argument[]): void {
  if (isFeatureList(walker.statement, args)) return;
  const met = new Map<string, DataType>();
  for (const { argument, pattern } of textsFirst(signature, args)) {
    if (argument.kind !== 'value' || !isVariable(pattern)) continue;
    for (const [variable, type] of bound(pattern, argument.typed.type)) {
      const before = met.get(variable) ?? is.nothing;
      const wider = widening[variable] ?? widerType;
      const after = wider(before, type);
      if (!after) {
        walker.model.refuse(argument.node, { kind: 'alike', what, one: before, other: type });
        return;
      }
      met.set(variable, after);
    }
  }
}

/** Of values that widen each other, texts come first, as they widen all the others. */
function textsFirst(signature: Signature, args: readonly Argument[]) {
  const given = args.flatMap((argument, index) => {
    const pattern = parameterAt(signature, index)?.type;
    return pattern ? [{ argument, pattern }] : [];
  });
  const isText = ({ argument, pattern }: (typeof given)[number]) =>
    pattern.kind === 'variable' && is.isString(argument.typed.type);
  return [...given.filter(isText), ...given.filter((each) => !isText(each))];
}

function isVariable(pattern: TypePattern): boolean {
  return pattern.kind === 'variable' || pattern.kind === 'array' || pattern.kind === 'map';
}

function bound(pattern: TypePattern, type: DataType): readonly (readonly [string, DataType])[] {
  const bindings: Bindings = new Map();
  bind(bindings, pattern, type);
  return [...bindings].map(([variable, types]) => [variable, types[0] ?? is.unknown]);
}
