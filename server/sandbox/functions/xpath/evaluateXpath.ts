import type { Node } from '@xmldom/xmldom';
import type { XmlDocument } from './xmlDocument';
import { nodesOn, passes } from './xpathAxes';
import { callXpath, type XpathContext } from './xpathCalls';
import type { Step, XpathExpression } from './xpathExpression';
import { isNodes, textOfNode, toBoolean, toNumber, toText, type XpathValue } from './xpathValue';

/** What an expression gives for the document. */
export function evaluateXpath(expression: XpathExpression, xml: XmlDocument): XpathValue {
  const inOrder = (nodes: readonly Node[]): readonly Node[] =>
    [...new Set(nodes)].sort((one, other) => xml.placeOf(one) - xml.placeOf(other));

  const evaluate = (of: XpathExpression, context: XpathContext): XpathValue => {
    switch (of.kind) {
      case 'value':
        return of.value;
      case 'call':
        return callXpath(
          of.name,
          of.operands.map((operand) => evaluate(operand, context)),
          context,
        );
      case 'operation':
        return operate(of.operator, (at) => evaluate(of.operands[at] as XpathExpression, context));
      case 'filter':
        return kept(nodesOf(evaluate(of.nodes, context)), of.predicates);
      case 'path': {
        const start =
          of.from === 'document' ? [xml.document] : of.from === 'node' ? [context.node] : undefined;
        const from = start ?? nodesOf(evaluate(of.from as XpathExpression, context));
        return of.steps.reduce<readonly Node[]>(taken, from);
      }
    }
  };

  const taken = (nodes: readonly Node[], { axis, test, predicates }: Step): readonly Node[] =>
    inOrder(
      nodes.flatMap((node) =>
        kept(
          nodesOn(axis, node).filter((found) => passes(test, found, axis)),
          predicates,
        ),
      ),
    );

  const kept = (nodes: readonly Node[], predicates: readonly XpathExpression[]): readonly Node[] =>
    predicates.reduce(
      (left, predicate) =>
        left.filter((node, at) => {
          const value = evaluate(predicate, { node, position: at + 1, size: left.length });
          return typeof value === 'number' ? value === at + 1 : toBoolean(value);
        }),
      nodes,
    );

  const operate = (operator: string, operand: (at: number) => XpathValue): XpathValue => {
    switch (operator) {
      case 'or':
        return toBoolean(operand(0)) || toBoolean(operand(1));
      case 'and':
        return toBoolean(operand(0)) && toBoolean(operand(1));
      case '|':
        return inOrder([...nodesOf(operand(0)), ...nodesOf(operand(1))]);
      case 'negative':
        return -toNumber(operand(0));
      default: {
        const compute = arithmetic[operator];
        return compute
          ? compute(toNumber(operand(0)), toNumber(operand(1)))
          : compared(operator, operand(0), operand(1));
      }
    }
  };

  return evaluate(expression, { node: xml.document, position: 1, size: 1 });
}

const arithmetic: Readonly<Record<string, (one: number, other: number) => number>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  div: (one, other) => one / other,
  mod: (one, other) => one % other,
};

function nodesOf(value: XpathValue): readonly Node[] {
  if (isNodes(value)) return value;
  throw new Error('An XPath goes on from something that is no node');
}

/** Nodes compare when one of them does. */
function compared(operator: string, one: XpathValue, other: XpathValue): boolean {
  if (isNodes(one) && typeof other !== 'boolean') {
    return one.some((node) => compared(operator, textOfNode(node), other));
  }
  if (isNodes(other) && typeof one !== 'boolean') {
    return other.some((node) => compared(operator, one, textOfNode(node)));
  }
  if (operator === '=' || operator === '!=') return (operator === '=') === isEqual(one, other);
  const [left, right] = [toNumber(plain(one)), toNumber(plain(other))];
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

/** Beside a truth, nodes are one. */
function plain(value: XpathValue): XpathValue {
  return isNodes(value) ? toBoolean(value) : value;
}

function isEqual(one: XpathValue, other: XpathValue): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return toBoolean(one) === toBoolean(other);
  if (typeof one === 'number' || typeof other === 'number') return toNumber(one) === toNumber(other);
  return toText(one) === toText(other);
}
