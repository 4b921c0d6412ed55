import type { Node } from '@xmldom/xmldom';
import { shortest, split } from '../exactNumber';
import { childrenOf } from './xmlDocument';

/** Nodes in the order of the document, or a plain value. */
export type XpathValue = readonly Node[] | string | number | boolean;

export function isNodes(value: XpathValue): value is readonly Node[] {
  return typeof value === 'object';
}

/** The text of a node: that of an element is all text within. */
export function textOfNode(node: Node): string {
  const isParent = node.nodeType === node.ELEMENT_NODE || node.nodeType === node.DOCUMENT_NODE;
  if (!isParent) return node.nodeValue ?? '';
  return childrenOf(node)
    .filter(({ nodeType }) => nodeType !== node.COMMENT_NODE && nodeType !== node.PROCESSING_INSTRUCTION_NODE)
    .map(textOfNode)
    .join('');
}

export function toText(value: XpathValue): string {
  if (isNodes(value)) return value[0] ? textOfNode(value[0]) : '';
  return typeof value === 'number' ? numberText(value) : String(value);
}

export function toNumber(value: XpathValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value).trim();
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

export function toBoolean(value: XpathValue): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'boolean' ? value : value.length > 0;
}

/** Digits without an exponent. */
function numberText(value: number): string {
  const number = shortest(value);
  if (typeof number === 'number' || value === 0) return String(value);
  const [whole, fraction] = split(number.digits, number.scale);
  return `${number.isNegative ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
