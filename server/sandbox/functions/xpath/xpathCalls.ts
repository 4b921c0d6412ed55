import type { Node } from '@xmldom/xmldom';
import { localName } from './xpathAxes';
import { isNodes, textOfNode, toBoolean, toNumber, toText, type XpathValue } from './xpathValue';

/** Where an expression is evaluated. */
export interface XpathContext {
  readonly node: Node;
  /** From 1 on. */
  readonly position: number;
  readonly size: number;
}

type Call = (args: readonly XpathValue[], context: XpathContext) => XpathValue;

const calls: Readonly<Record<string, Call>> = {
  last: (_, { size }) => size,
  position: (_, { position }) => position,
  count: ([nodes]) => nodesOf(nodes).length,
  sum: ([nodes]) => nodesOf(nodes).reduce((sum, node) => sum + toNumber(textOfNode(node)), 0),
  name: ([nodes], { node }) => named(nodes, node)?.nodeName ?? '',
  'local-name': ([nodes], { node }) => {
    const found = named(nodes, node);
    return found ? localName(found) : '';
  },
  'namespace-uri': () => '',
  string: ([value], { node }) => toText(value ?? [node]),
  concat: (args) => args.map(toText).join(''),
  'starts-with': ([text = '', start = '']) => toText(text).startsWith(toText(start)),
  contains: ([text = '', part = '']) => toText(text).includes(toText(part)),
  'substring-before': ([text = '', part = '']) => {
    const at = toText(text).indexOf(toText(part));
    return at < 0 ? '' : toText(text).slice(0, at);
  },
  'substring-after': ([text = '', part = '']) => {
    const at = toText(text).indexOf(toText(part));
    return at < 0 ? '' : toText(text).slice(at + toText(part).length);
  },
  substring: ([text = '', start = 1, length]) => {
    const first = rounded(toNumber(start));
    const end = length === undefined ? Number.POSITIVE_INFINITY : first + rounded(toNumber(length));
    return Array.from(toText(text))
      .filter((_, at) => at + 1 >= first && at + 1 < end)
      .join('');
  },
  'string-length': ([text], { node }) => Array.from(toText(text ?? [node])).length,
  'normalize-space': ([text], { node }) =>
    toText(text ?? [node])
      .trim()
      .replace(/\s+/g, ' '),
  translate: ([text = '', from = '', to = '']) => {
    const [letters, others] = [Array.from(toText(from)), Array.from(toText(to))];
    return Array.from(toText(text), (letter) => {
      const at = letters.indexOf(letter);
      return at < 0 ? letter : (others[at] ?? '');
    }).join('');
  },
  boolean: ([value = false]) => toBoolean(value),
  not: ([value = false]) => !toBoolean(value),
  true: () => true,
  false: () => false,
  number: ([value], { node }) => toNumber(value ?? [node]),
  floor: ([value = 0]) => Math.floor(toNumber(value)),
  ceiling: ([value = 0]) => Math.ceil(toNumber(value)),
  round: ([value = 0]) => rounded(toNumber(value)),
};

/** Throws for a function that XPath 1.0 does not have. */
export function callXpath(name: string, args: readonly XpathValue[], context: XpathContext): XpathValue {
  const call = calls[name];
  if (!call) throw new Error(`There is no function ${name} in XPath`);
  return call(args, context);
}

function nodesOf(value: XpathValue | undefined): readonly Node[] {
  if (value !== undefined && isNodes(value)) return value;
  throw new Error('A function of nodes in an XPath was given something else');
}

function named(value: XpathValue | undefined, node: Node): Node | undefined {
  const found = value === undefined ? node : nodesOf(value)[0];
  return found?.nodeName.startsWith('#') ? undefined : found;
}

/** Halves go up. */
function rounded(value: number): number {
  return Math.floor(value + 0.5);
}
