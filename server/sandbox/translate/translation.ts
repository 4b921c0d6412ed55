import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import type { Statement } from '../../sql/tree';
import type { Environment } from './environment';
import type { Fragment } from './fragment';
import type { LambdaParameters } from './lambdaParameters';
import type { SegmentColumns } from './segments';

/** The translation of one statement under way; what the rules work with. */
export interface Translation {
  readonly statement: Statement;
  readonly environment: Environment;
  /** Names of common tables that are in scope, in lower case. */
  readonly commonTables: CommonTables;
  readonly lambdaParameters: LambdaParameters;
  /** The columns of the segments of a call, where a step before has them. */
  readonly segments: Map<SyntaxNode, SegmentColumns>;
  /** The translation of a node by its rule. */
  readonly emit: (node: SyntaxNode) => Fragment;
  /** The same as a value of this type, converted as Spark converts it unasked. */
  readonly emitAs: (node: SyntaxNode, type: DataType) => Fragment;
  /** From now on `emit` gives the node as a value of this type. */
  readonly expect: (node: SyntaxNode, type: DataType) => void;
  /** A node as it is, with its children translated. */
  readonly copy: (node: SyntaxNode) => Fragment;
  /** The same, without the children for which `leaves` is true. */
  readonly copyWithout: (node: SyntaxNode, leaves: (child: SyntaxNode) => boolean) => Fragment;
  /** Text around fragments, for the place where `node` begins: t.make(node)`abs(${x})`. */
  readonly make: (
    node: SyntaxNode,
  ) => (texts: TemplateStringsArray, ...parts: readonly (Fragment | string)[]) => Fragment;
}

export interface CommonTables {
  readonly has: (name: string) => boolean;
  /** Makes names known while `work` runs. */
  readonly within: <T>(names: readonly string[], work: () => T) => T;
}

/** Translates nodes of one kind. */
export type Rule = (t: Translation, node: SyntaxNode) => Fragment;
