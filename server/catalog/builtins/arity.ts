import type { Parameter, Signature } from './functionInfo';

/** How many arguments a signature takes. */
export interface Arity {
  readonly least: number;
  readonly most: number;
}

export function arityOf({ parameters }: Signature): Arity {
  const least = parameters.filter((parameter) => !parameter.optional).length;
  return { least, most: parameters.some((parameter) => parameter.variadic) ? Infinity : parameters.length };
}

export function takes(signature: Signature, count: number): boolean {
  const { least, most } = arityOf(signature);
  return least <= count && count <= most;
}

/** The parameter that the argument at `index` is for. */
export function parameterAt({ parameters }: Signature, index: number): Parameter | undefined {
  const variadic = parameters.findIndex((parameter) => parameter.variadic);
  return parameters[variadic >= 0 && index > variadic ? variadic : index];
}
