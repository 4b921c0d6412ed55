import type { Catalog } from '../catalog/catalog';
import type { SyntaxNode } from '../sql/node';
import type { Statement } from '../sql/tree';
import type { ModelBuilder } from './modelBuilder';
import type { Rows, Schema, Scope, Typed } from './model';

/**
 * The walk over one statement: what it is about, where findings go, and the mutually recursive walkers, which reach
 * each other through here.
 */
export interface Walker {
  readonly statement: Statement;
  readonly catalog: Catalog;
  readonly model: ModelBuilder;
  /** Types an expression and all in it. */
  expression(node: SyntaxNode, scope: Scope): Typed;
  /** Analyses a Query or QueryBody; `scope` is what is around it. */
  query(node: SyntaxNode, scope: Scope): Schema;
  /** Analyses a Relation; `scope` is what is around the query, `left` what stands before it in FROM. */
  relation(node: SyntaxNode, scope: Scope, left: Rows): Rows;
}
