import { parameterAt, takes } from '../../catalog/builtins/arity';
import type { FunctionInfo, Parameter, Signature, TypePattern } from '../../catalog/builtins/functionInfo';
import type { DataType } from '../../catalog/types';
import * as is from '../types/builtinTypes';
import { widestType } from '../types/widerType';
import { accepts } from './accepts';

/** The types that the variables of a signature have met so far. */
export type Bindings = Map<string, DataType[]>;

/**
 * The signature for a call: of those that take as many arguments, the first that the types fit, else the first.
 * A type is `undefined` where it is not known yet, as of a lambda.
 */
export function chooseSignature(
  info: FunctionInfo,
  types: readonly (DataType | undefined)[],
): Signature | undefined {
  const sized = info.signatures.filter((signature) => takes(signature, types.length));
  if (sized.length < 2) return sized[0];
  const fitting = (fits: (type: DataType, parameter: Parameter) => boolean) =>
    sized.find((signature) =>
      types.every((type, index) => {
        const parameter = parameterAt(signature, index);
        return !type || !parameter || fits(type, parameter);
      }),
    );
  return (
    fitting((type, parameter) => accepts(parameter, type)) ??
    fitting((type, parameter) => hasShapeOf(type, parameter.type)) ??
    sized[0]
  );
}

/** Arrays go where arrays are wanted, maps where maps are, and single values elsewhere. */
function hasShapeOf(type: DataType, pattern: TypePattern): boolean {
  if (type.kind === 'unknown') return true;
  switch (pattern.kind) {
    case 'array':
      return type.kind === 'array';
    case 'map':
      return type.kind === 'map';
    case 'exact':
      return type.kind === pattern.type.kind || (is.isAtomic(type) && is.isAtomic(pattern.type));
    case 'lambda':
      return false;
    case 'variable':
    case 'class':
    case 'struct':
    case 'rows':
    case 'syntax':
      return true;
  }
}

/** Lets an argument's type bind the variables of its parameter's pattern. */
export function bind(bindings: Bindings, pattern: TypePattern, type: DataType): void {
  switch (pattern.kind) {
    case 'variable': {
      const met = bindings.get(pattern.name);
      if (met) met.push(type);
      else bindings.set(pattern.name, [type]);
      return;
    }
    case 'array':
      if (type.kind === 'array') bind(bindings, pattern.element, type.element);
      else if (is.isUnknown(type)) bind(bindings, pattern.element, is.unknown);
      return;
    case 'map':
      if (type.kind === 'map') {
        bind(bindings, pattern.key, type.key);
        bind(bindings, pattern.value, type.value);
      } else if (is.isUnknown(type)) {
        bind(bindings, pattern.key, is.unknown);
        bind(bindings, pattern.value, is.unknown);
      }
      return;
    case 'exact':
    case 'class':
    case 'struct':
    case 'lambda':
    case 'rows':
    case 'syntax':
  }
}

/** The type that a pattern stands for, once variables are bound; unknown where it only names a class of types. */
export function instantiate(bindings: Bindings, pattern: TypePattern): DataType {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type;
    case 'variable':
      return variable(bindings, pattern.name);
    case 'array':
      return { kind: 'array', element: instantiate(bindings, pattern.element) };
    case 'map':
      return {
        kind: 'map',
        key: instantiate(bindings, pattern.key),
        value: instantiate(bindings, pattern.value),
      };
    case 'struct': {
      const fields = pattern.fields.map(({ name, type }) => ({ name, type: instantiate(bindings, type) }));
      return { kind: 'struct', fields };
    }
    case 'class':
    case 'lambda':
    case 'rows':
    case 'syntax':
      return is.unknown;
  }
}

function variable(bindings: Bindings, name: string): DataType {
  const met = bindings.get(name);
  if (!met) return is.nothing;
  const numbers = name === 'N' ? met.map((type) => (is.isString(type) ? is.double : type)) : met;
  const widest = widestType(numbers) ?? is.unknown;
  if (!is.isNothing(widest)) return widest;
  return name === 'N' ? is.double : name === 'I' ? is.int : widest;
}
