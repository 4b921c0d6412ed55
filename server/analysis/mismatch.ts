import type { DataType } from '../catalog/types';
import type { SyntaxNode } from '../sql/node';

/** Something that the engine refuses for the types of values, or for how many there are. */
export interface Mismatch {
  /** What to point at. */
  readonly node: SyntaxNode;
  readonly reason: MismatchReason;
}

export type MismatchReason =
  /** The operands of a binary operator do not go together. */
  | {
      readonly kind: 'operands';
      readonly operator: string;
      readonly left: DataType;
      readonly right: DataType;
    }
  /** An operand, argument or condition is not of the type that stands for it here. `what` takes, say, a number. */
  | {
      readonly kind: 'value';
      /** The operator, function or clause. */
      readonly what: string;
      readonly parameter?: string | undefined;
      readonly expected: Expected;
      readonly found: DataType;
    }
  /** Values that become one column, list or result have types that nothing widens to. */
  | { readonly kind: 'alike'; readonly what: string; readonly one: DataType; readonly other: DataType }
  | { readonly kind: 'cast'; readonly from: DataType; readonly to: DataType }
  /** Values of the type have no order or equality: maps. */
  | { readonly kind: 'unordered'; readonly what: string; readonly type: DataType }
  /** An argument that must be known before the query runs. */
  | { readonly kind: 'notConstant'; readonly what: string; readonly parameter: string }
  | { readonly kind: 'null'; readonly what: string; readonly parameter: string }
  /** A constant that the function does not take. */
  | { readonly kind: 'constant'; readonly what: string; readonly expected: string; readonly found: string }
  | { readonly kind: 'columns'; readonly what: string; readonly wanted: number; readonly found: number }
  /** A lambda where a value must be, or the other way round, or one with another number of parameters. */
  | { readonly kind: 'lambda'; readonly what: string; readonly parameters: string };

/** What is taken, as a type pattern of the function table reads: `numeric`, `boolean`, `array<T>`. */
export type Expected = string;
