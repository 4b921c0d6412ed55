import type { DataType, Field } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import type { Statement } from '../../sql/tree';

/** A table that a statement names, with the columns it has now. */
export interface TypedTable {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** The type that an expression has in Spark; `undefined` where it cannot be told. */
export type TypeOf = (expression: SyntaxNode) => DataType | undefined;

/**
 * Finds Spark's types of the expressions of a statement. The sandbox knows the dialect's syntax, not its meaning:
 * whoever starts it brings the analysis along.
 */
export type TypeAnalysis = (statement: Statement, tables: readonly TypedTable[]) => TypeOf;
