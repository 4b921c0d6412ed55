import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Layout, Printer } from '../printer';
import { bracketed, wordsAndBrackets } from './list';

const { group, ifBreak, indent, line, softline } = builders;

/** Operators of one level in a row, each before its operand where the line breaks. */
const binary: Layout = (printer, node) => {
  const links = flattened(printer, node);
  const [first, second] = links;
  if (links.length === 2 && first?.operand && second?.operator && isComparison(printer, node))
    return comparison(printer, first, second);
  const docs: Doc[] = [];
  let before: Item | undefined;
  for (const link of links) {
    const { operator, operand, owner } = link;
    if (operator && before) docs.push(printer.between(before, operator, line));
    docs.push(linkDoc(printer, link, owner));
    before = operand ?? operator;
  }
  const [head, ...rest] = docs;
  return group([head ?? '', isInBrackets(node) ? rest : indent(rest)]);
};

/** Behind a left side of several lines it goes on in the last of them, and before a subquery in the same line. */
function comparison(printer: Printer, left: Link, right: Link): Doc {
  const before = left.operand as Item;
  const operator = right.operator as Item;
  const side = Symbol('side');
  const head = group(linkDoc(printer, left, left.owner), { id: side });
  const [beside, below] = [printer.between(before, operator, ' '), printer.between(before, operator, line)];
  const tail = linkDoc(printer, right, right.owner);
  if (right.operand?.node?.kind === K.Subquery) return [head, beside, tail];
  return group([head, ifBreak([beside, tail], indent([below, tail]), { groupId: side })]);
}

function linkDoc(printer: Printer, { operator, operand }: Link, owner: SyntaxNode): Doc {
  return [
    operator ? printer.item(operator, owner) : '',
    operator && operand ? printer.between(operator, operand, ' ') : '',
    operand ? printer.item(operand, owner) : '',
  ];
}

function isComparison(printer: Printer, node: SyntaxNode): boolean {
  const level = levelOf(printer, node);
  return level !== T.AND && level !== T.OR && level !== T.Plus && level !== T.Star;
}

/** The brackets indent it already. */
function isInBrackets({ parent }: SyntaxNode): boolean {
  return parent?.kind === K.Paren || parent?.kind === K.FilterContext;
}

interface Link {
  readonly operator: Item | undefined;
  readonly operand: Item | undefined;
  readonly owner: SyntaxNode;
}

/** The operands of a tree of the same operator, or of operators that bind alike, from left to right. */
function flattened(printer: Printer, node: SyntaxNode): readonly Link[] {
  const items = printer.items(node);
  const operatorAt = items.findIndex((item) => item.node === undefined);
  const operator = items[operatorAt];
  const links: Link[] = [];
  for (const item of items) {
    if (item === operator) continue;
    const isRight = operatorAt >= 0 && item.first > (operator as Item).first;
    const own: Link = { operator: isRight ? operator : undefined, operand: item, owner: node };
    if (item.node?.kind !== K.Binary || !bindAlike(printer, node, item.node)) links.push(own);
    else {
      const [head, ...tail] = flattened(printer, item.node);
      if (head) links.push({ ...head, operator: own.operator ?? head.operator, owner: head.owner }, ...tail);
    }
  }
  if (operator && !links.some((link) => link.operator === operator)) {
    links.push({ operator, operand: undefined, owner: node });
  }
  return links;
}

function bindAlike(printer: Printer, one: SyntaxNode, other: SyntaxNode): boolean {
  return levelOf(printer, one) === levelOf(printer, other);
}

function levelOf(printer: Printer, node: SyntaxNode): number {
  const operator = printer.items(node).find((item) => item.node === undefined);
  if (!operator) return -1;
  const kind = printer.kind(operator);
  if (kind === T.Plus || kind === T.Minus || kind === T.Concat) return T.Plus;
  return kind === T.Slash || kind === T.Star || kind === T.Percent || kind === T.DIV ? T.Star : kind;
}

/** CASE, its branches one a line where they do not fit on one, END */
const caseExpression: Layout = (printer, node) => {
  const items = printer.items(node);
  const docs: Doc[] = [];
  const branches: Doc[] = [];
  let end: Doc = '';
  items.forEach((item, at) => {
    const before = items[at - 1];
    const isBranch = item.node?.kind === K.When || item.node?.kind === K.Else;
    if (isBranch && before) branches.push(printer.between(before, item, line), printer.item(item, node));
    else if (printer.is(item, T.END) && before)
      end = [printer.between(before, item, line), printer.item(item, node)];
    else docs.push(before ? printer.between(before, item, ' ') : '', printer.item(item, node));
  });
  return group([docs, indent(branches), end]);
};

/** WHEN condition THEN value: the value on the next line where it does not fit */
const when: Layout = (printer, node) => {
  const items = printer.items(node);
  const then = items.findIndex((item) => printer.is(item, T.THEN));
  if (then < 1 || then === items.length - 1) return printer.inline(items, node);
  return group([
    printer.inline(items.slice(0, then), node),
    indent([
      printer.between(items[then - 1] as Item, items[then] as Item, line),
      printer.inline(items.slice(then), node),
    ]),
  ]);
};

/** value BETWEEN low AND high: the upper bound on the next line where it does not fit, deeper than another AND */
const between: Layout = (printer, node) => {
  const items = printer.items(node);
  const and = items.findIndex((item) => printer.is(item, T.AND));
  if (and < 1) return printer.inline(items, node);
  const lower = printer.inline(items.slice(0, and), node);
  const gap = printer.between(items[and - 1] as Item, items[and] as Item, line);
  return group([lower, indent(indent([gap, printer.inline(items.slice(and), node)]))]);
};

/** ( name? PARTITION BY ... ORDER BY ... frame ) */
const windowSpec: Layout = (printer, node) => {
  const items = printer.items(node);
  const [open] = items;
  const close = items.at(-1);
  if (items.length < 3 || !open || !close || !printer.is(close, T.CloseParen))
    return printer.inline(items, node);
  const content = items.slice(1, -1);
  const docs = content.map((item, at): Doc => {
    const before = content[at - 1];
    return [before ? printer.between(before, item, line) : '', printer.item(item, node)];
  });
  return group([
    printer.item(open, node),
    indent([printer.between(open, content[0] as Item, softline), docs]),
    printer.between(content.at(-1) as Item, close, softline),
    printer.item(close, node),
  ]);
};

const brackets: Layout = (printer, node) => bracketed(printer, printer.items(node), node);

export const expressionLayouts: readonly (readonly [K, Layout])[] = [
  [K.Binary, binary],
  [K.Case, caseExpression],
  [K.When, when],
  [K.Between, between],
  [K.WindowSpec, windowSpec],
  [K.Arguments, brackets],
  [K.Tuple, brackets],
  [K.Paren, brackets],
  [K.Subquery, wordsAndBrackets],
  [K.Exists, wordsAndBrackets],
  [K.In, wordsAndBrackets],
  [
    K.ArrayLiteral,
    (printer, node) => {
      const items = printer.items(node);
      const open = items.findIndex((item) => printer.is(item, T.OpenBracket));
      if (open < 0) return printer.inline(items, node);
      return [printer.inline(items.slice(0, open), node), bracketed(printer, items.slice(open), node)];
    },
  ],
];
