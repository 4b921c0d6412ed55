import type { DataType } from '../types';

/** A type in a signature: what an argument must fit, or how the result follows from the arguments. */
export type TypePattern =
  | { readonly kind: 'exact'; readonly type: DataType }
  /** Every argument of the same variable takes part: the result is the type that they all widen to. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A class of types: `any`, `numeric`, `integral`, `collection` (array or map), `struct`. */
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'array'; readonly element: TypePattern }
  | { readonly kind: 'map'; readonly key: TypePattern; readonly value: TypePattern }
  | { readonly kind: 'struct'; readonly fields: readonly NamedPattern[] }
  /** `parameters` may be fewer in a call from `required` on. */
  | {
      readonly kind: 'lambda';
      readonly parameters: readonly TypePattern[];
      readonly required: number;
      readonly result: TypePattern;
    }
  /** A row set with these columns; `undefined` columns follow from the arguments. */
  | { readonly kind: 'rows'; readonly columns: readonly NamedPattern[] | undefined }
  /** An argument that is syntax, not a value: `unit` (DAY), `identifier`, `select`, `star`. */
  | { readonly kind: 'syntax'; readonly name: string };

export interface NamedPattern {
  readonly name: string;
  readonly type: TypePattern;
  /** Of a column of rows: it is never null. */
  readonly required?: boolean;
}

export interface Parameter extends NamedPattern {
  /** The type as the table writes it. */
  readonly text: string;
  readonly optional: boolean;
  /** May be given any number of times from here on; at least once unless optional. */
  readonly variadic: boolean;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly returns: TypePattern;
  readonly returnsText: string;
  /** Whether the result may be null: never, always, or where an argument may be. */
  readonly nullable: 'never' | 'always' | 'asArguments';
}

export type FunctionKind = 'scalar' | 'aggregate' | 'window' | 'generator' | 'model';

export interface FunctionInfo {
  /** As documentation writes it; calls know no case. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly family: string;
  /** On the list of functions that Query Service documents; the others are known to Spark. */
  readonly documented: boolean;
  readonly signatures: readonly Signature[];
  readonly summary: string;
}

/** The parameters of a signature as a reader sees them: `arr: array<T>, [position: int]`. */
export function printParameter(parameter: Parameter): string {
  const { name, text, variadic } = parameter;
  const printed = `${name}: ${friendly(text)}${variadic ? '...' : ''}`;
  return parameter.optional ? `[${printed}]` : printed;
}

export function printSignature(name: string, signature: Signature): string {
  const parameters = signature.parameters.map(printParameter).join(', ');
  return `${name}(${parameters}) -> ${friendly(signature.returnsText)}`;
}

/** The variables that stand for a class of types read as the class. */
function friendly(text: string): string {
  return text.replace(/\bN\b/g, 'numeric').replace(/\bI\b/g, 'integral');
}
