import type { Parameter, TypeClass } from '../catalog/builtins/functionInfo';
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
  /** An operand or a condition is not of the type that an operator or a clause takes. */
  | {
      readonly kind: 'value';
      readonly what: string;
      readonly expected: 'boolean' | 'string' | TypeClass;
      readonly found: DataType;
    }
  /** An argument is not of the type that a function takes there, or of any of those that it takes. */
  | {
      readonly kind: 'argument';
      readonly what: string;
      readonly parameters: readonly Parameter[];
      readonly found: DataType;
    }
  /** Values that become one column, list or result have types that nothing widens to. */
  | { readonly kind: 'alike'; readonly what: string; readonly one: DataType; readonly other: DataType }
  | { readonly kind: 'cast'; readonly from: DataType; readonly to: DataType }
  /** Values of the type have no order or equality: maps. */
  | { readonly kind: 'unordered'; readonly what: string; readonly type: DataType }
  /** An argument that must be known before the query runs. */
  | { readonly kind: 'notConstant'; readonly what: string; readonly parameter: string }
  | { readonly kind: 'null'; readonly what: string; readonly parameter?: string }
  /** A number that must not be below zero. */
  | { readonly kind: 'negative'; readonly what: string }
  | { readonly kind: 'columns'; readonly what: string; readonly wanted: number; readonly found: number }
  /** A lambda where a value must be, a value where a lambda must be, or another number of its parameters. */
  | {
      readonly kind: 'lambda';
      readonly what: string;
      readonly parameter: string;
      /** How many parameters the lambda may have; both 0 where none may stand. */
      readonly least: number;
      readonly most: number;
    };
