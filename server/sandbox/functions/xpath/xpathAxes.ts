import type { Node } from '@xmldom/xmldom';
import { attributesOf, childrenOf, parentOf } from './xmlDocument';
import type { Axis, NodeTest } from './xpathExpression';

/** The nodes of an axis, those that are nearest first. */
export function nodesOn(axis: Axis, node: Node): readonly Node[] {
  switch (axis) {
    case 'self':
      return [node];
    case 'child':
      return childrenOf(node);
    case 'attribute':
      return attributesOf(node);
    case 'descendant':
      return descendants(node);
    case 'descendant-or-self':
      return [node, ...descendants(node)];
    case 'parent':
      return ancestors(node).slice(0, 1);
    case 'ancestor':
      return ancestors(node);
    case 'ancestor-or-self':
      return [node, ...ancestors(node)];
    case 'following-sibling':
      return siblings(node).after;
    case 'preceding-sibling':
      return siblings(node).before;
    case 'following':
      return [node, ...ancestors(node)].flatMap((each) =>
        siblings(each).after.flatMap((next) => [next, ...descendants(next)]),
      );
    case 'preceding':
      return [node, ...ancestors(node)].flatMap((each) =>
        siblings(each).before.flatMap((last) => [...descendants(last).toReversed(), last]),
      );
  }
}

function descendants(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((child) => [child, ...descendants(child)]);
}

function ancestors(node: Node): readonly Node[] {
  const parent = parentOf(node);
  return parent ? [parent, ...ancestors(parent)] : [];
}

function siblings(node: Node): { readonly before: readonly Node[]; readonly after: readonly Node[] } {
  const parent = node.nodeType === node.ATTRIBUTE_NODE ? undefined : parentOf(node);
  const all = parent ? childrenOf(parent) : [];
  const at = all.indexOf(node);
  return { before: all.slice(0, Math.max(at, 0)).toReversed(), after: at < 0 ? [] : all.slice(at + 1) };
}

/** Whether a node on an axis passes. Prefixes of names count for nothing: Spark reads XML without namespaces. */
export function passes(test: NodeTest, node: Node, axis: Axis): boolean {
  if (test.kind === 'name') {
    const isNamed = node.nodeType === (axis === 'attribute' ? node.ATTRIBUTE_NODE : node.ELEMENT_NODE);
    return isNamed && (test.name === '*' || test.name === node.nodeName || test.name === localName(node));
  }
  switch (test.type) {
    case 'node':
      return true;
    case 'text':
      return node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;
    case 'comment':
      return node.nodeType === node.COMMENT_NODE;
    case 'processing-instruction':
      return node.nodeType === node.PROCESSING_INSTRUCTION_NODE;
  }
}

export function localName(node: Node): string {
  return node.nodeName.slice(node.nodeName.indexOf(':') + 1);
}
