import { DOMParser, type Attr, type Document, type Element, type Node } from '@xmldom/xmldom';

/** An XML document with its nodes in their order. */
export interface XmlDocument {
  readonly document: Document;
  /** The place of a node in the document; attributes stand behind their element. */
  readonly placeOf: (node: Node) => number;
}

let last: { readonly xml: string; readonly document: XmlDocument } | undefined;

/** Reads a text as XML, as a whole. Throws where it is not well-formed. */
export function xmlDocument(xml: string): XmlDocument {
  // Several expressions are often asked of one column.
  if (last?.xml === xml) return last.document;
  const fail = (_: string, message: string): never => {
    throw new Error(`The text is not valid XML: ${message}`);
  };
  const parser = new DOMParser({
    onError: (level, message) => (level === 'warning' ? undefined : fail(level, message)),
  });
  const document = parser.parseFromString(xml, 'text/xml');
  const read = { document, placeOf: placesIn(document) };
  last = { xml, document: read };
  return read;
}

function placesIn(document: Document): (node: Node) => number {
  const places = new Map<Node, number>();
  const visit = (node: Node): void => {
    places.set(node, places.size);
    for (const attribute of attributesOf(node)) places.set(attribute, places.size);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(document);
  return (node) => places.get(node) ?? 0;
}

export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== node.DOCUMENT_TYPE_NODE) children.push(child);
  }
  return children;
}

/** Declarations of namespaces are no attributes to XPath. */
export function attributesOf(node: Node): readonly Node[] {
  const attributes = (node as Partial<Element>).attributes;
  if (!attributes) return [];
  const all = Array.from({ length: attributes.length }, (_, at) => attributes.item(at) as Node);
  return all.filter(({ nodeName }) => !/^xmlns(?::|$)/.test(nodeName));
}

/** The element of an attribute, the parent of any other node. */
export function parentOf(node: Node): Node | undefined {
  const owner =
    node.nodeType === node.ATTRIBUTE_NODE ? (node as Partial<Attr>).ownerElement : node.parentNode;
  return (owner ?? undefined) as Node | undefined;
}
