import type { SyntaxNode } from '../../sql/node';

/** One piece of a node: a token of its own, or a child. */
export interface Item {
  readonly first: number;
  /** Exclusive, as in a node. */
  readonly end: number;
  /** Missing for a token. */
  readonly node: SyntaxNode | undefined;
}
