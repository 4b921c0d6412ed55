import type { DataType, Field } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import type { Statement } from '../../sql/tree';

/** A table that a statement names, with the columns it has now. */
export interface TypedTable {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** A model that a statement names: what its newest version is for, and its columns of predictions. */
export interface TypedModel {
  readonly name: string;
  readonly task: 'regression' | 'classification' | 'clustering';
  readonly columns: {
    readonly prediction: string;
    readonly probability: string;
    readonly rawPrediction: string;
  };
  readonly isOnlyVersion: boolean;
}

export interface Mistake {
  /** Offset in the statement's text. */
  readonly offset: number;
  readonly message: string;
}

/** What is known of the expressions of a statement before it runs. */
export interface StatementTypes {
  /** The type that an expression has in Spark; `undefined` where it cannot be told. */
  readonly typeOf: (expression: SyntaxNode) => DataType | undefined;
  /** A name in double quotes that names nothing: it is a text. */
  readonly isText: (path: SyntaxNode) => boolean;
  /** How many names of a path lead to each array of structs within which the next name stands. */
  readonly arraysIn: (path: SyntaxNode) => readonly number[];
  /** The names of the columns of a query; `undefined` where they cannot be told. */
  readonly columnsOf: (query: SyntaxNode) => readonly string[] | undefined;
  /** What Spark's analyzer refuses in the statement, the first of it; `undefined` when it would run. */
  readonly mistake: () => Mistake | undefined;
}

/**
 * Finds the types of a statement. The sandbox knows the dialect's syntax, not its meaning: whoever starts it brings
 * the analysis along.
 */
export type TypeAnalysis = (
  statement: Statement,
  tables: readonly TypedTable[],
  models: readonly TypedModel[],
) => StatementTypes;
