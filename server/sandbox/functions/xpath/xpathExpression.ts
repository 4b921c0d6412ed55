/** An expression of XPath 1.0. */
export type XpathExpression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly XpathExpression[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly XpathExpression[] }
  | {
      readonly kind: 'path';
      /** Where the steps begin: at the document, at the node itself, or at the nodes of an expression. */
      readonly from: 'document' | 'node' | XpathExpression;
      readonly steps: readonly Step[];
    }
  | {
      readonly kind: 'filter';
      readonly nodes: XpathExpression;
      readonly predicates: readonly XpathExpression[];
    };

export interface Step {
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly XpathExpression[];
}

export const axes = [
  'child',
  'descendant',
  'parent',
  'ancestor',
  'following-sibling',
  'preceding-sibling',
  'following',
  'preceding',
  'attribute',
  'self',
  'descendant-or-self',
  'ancestor-or-self',
] as const;

export type Axis = (typeof axes)[number];

/** `name` is `*` for any. */
export type NodeTest =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'type'; readonly type: NodeType };

export const nodeTypes = ['node', 'text', 'comment', 'processing-instruction'] as const;

export type NodeType = (typeof nodeTypes)[number];
