import type { DataType } from '../types';

/** A type in a signature: what an argument must fit, or how the result follows from the arguments. */
export type TypePattern =
  | { readonly kind: 'exact'; readonly type: DataType }
  /**
   * Every argument of the same variable takes part: the result is the type that they all widen to. No text widens `E`,
   * `K` and `G`, which stand for elements, keys and what is compared.
   */
  | { readonly kind: 'variable'; readonly name: string; readonly bound: TypeClass }
  | { readonly kind: 'class'; readonly name: TypeClass }
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

/** Classes of types, each with what Spark turns into it by itself. */
export const typeClasses = {
  any: 'any value',
  /** Numbers and texts. */
  numeric: 'a number',
  /** Numbers alone. */
  number: 'a number',
  /** Whole numbers and decimals. */
  exact: 'a whole number or a decimal',
  integral: 'a whole number',
  /** Whole numbers no wider than int. */
  upToInt: 'a whole number up to int',
  /** Numbers, texts and intervals. */
  quantity: 'a number or an interval',
  /** What sum and avg take: beside quantities also times. */
  summable: 'a number or an interval',
  /** Numbers, texts, dates, times and intervals. */
  measure: 'a number, a date or a time',
  /** Dates and times alone. */
  time: 'a date or a time',
  anyInterval: 'an interval',
  /** Single values of any type. */
  atomic: 'a single value',
  /** Single values and arrays of them. */
  texts: 'a text or an array of texts',
  collection: 'an array or a map',
  struct: 'a struct',
  /** Structs, arrays and maps. */
  nested: 'a struct, an array or a map',
  /** What has an order: no maps. */
  ordered: 'a value that can be compared',
  /** What holds no map. */
  hashable: 'a value without maps',
} as const;

export type TypeClass = keyof typeof typeClasses;

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
  /** Takes the type itself: nothing is turned into it. */
  readonly strict: boolean;
  /** Must be known before the query runs. */
  readonly constant: boolean;
  /** Does not take NULL written out. */
  readonly notNull: boolean;
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

const friendlyWords: Readonly<Record<string, string>> = {
  N: 'numeric',
  I: 'integral',
  number: 'numeric',
  exact: 'numeric',
  upToInt: 'int',
  quantity: 'numeric',
  summable: 'numeric',
  measure: 'any',
  ordered: 'any',
  hashable: 'any',
  atomic: 'any',
  texts: 'any',
  nested: 'any',
  time: 'timestamp',
  anyInterval: 'interval',
};

const boundVariable = new RegExp(`\\b(${Object.keys(typeClasses).join('|')}):[A-Z]\\b`, 'g');

/** Classes and the variables that stand for one read as the plainest word for them. */
function friendly(text: string): string {
  return text
    .replace(boundVariable, '$1')
    .replace(/\b[A-Za-z]+\b/g, (word) =>
      Object.hasOwn(friendlyWords, word) ? (friendlyWords[word] as string) : word,
    );
}
