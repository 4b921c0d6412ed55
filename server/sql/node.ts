import type { NodeKind } from './nodeKind';

/**
 * A node of the lossless tree of one statement. It covers the tokens `first` up to `end` (exclusive; indexes into
 * the statement's `Tokens`), from its first to its last significant token; tokens that no child covers are its
 * own. Any child may be missing where the text is unfinished, so look children up by kind, never by index alone.
 */
export class SyntaxNode {
  /** Set once, by the parent's constructor. */
  parent: SyntaxNode | undefined = undefined;

  constructor(
    readonly kind: NodeKind,
    readonly first: number,
    readonly end: number,
    readonly children: readonly SyntaxNode[],
  ) {
    for (const child of children) child.parent = this;
  }
}

/** The first direct child of a kind. */
export function childOf(node: SyntaxNode, kind: NodeKind): SyntaxNode | undefined {
  return node.children.find((child) => child.kind === kind);
}

/** The direct children of a kind, in order. */
export function childrenOf(node: SyntaxNode, kind: NodeKind): readonly SyntaxNode[] {
  return node.children.filter((child) => child.kind === kind);
}

/** The nearest node of a kind at or above `node`. */
export function ancestorOf(node: SyntaxNode, kind: NodeKind): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  while (at && at.kind !== kind) at = at.parent;
  return at;
}

/** Every node under `node`, itself first, parents before children, in text order. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at] as SyntaxNode);
  }
}
