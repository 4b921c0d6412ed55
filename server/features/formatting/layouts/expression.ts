import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Layout, Printer } from '../printer';
import { bracketed, wordsAndBrackets } from './list';

const { group, indent, line, softline } = builders;

/** Operators of one level in a row, each before its operand where the line breaks. */
const binary: Layout = (printer, node) => {
  const chain = flattened(printer, node);
  const docs: Doc[] = [];
  let before: Item | undefined;
  for (const { operator, operand, owner } of chain) {
    if (operator && before) docs.push(printer.between(before, operator, line), printer.item(operator, owner));
    if (operand) {
      if (operator) docs.push(printer.between(operator, operand, ' '));
      docs.push(printer.item(operand, owner));
    }
    before = operand ?? operator;
  }
  const [first, ...rest] = docs;
  return group([first ?? '', indent(rest)]);
};

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

/** A call, its OVER clause on the next line where it does not fit */
const call: Layout = (printer, node) => {
  const items = printer.items(node);
  const over = items.findIndex((item) => item.node?.kind === K.OverClause);
  if (over < 1) return printer.inline(items, node);
  return group([
    printer.inline(items.slice(0, over), node),
    indent([
      printer.between(items[over - 1] as Item, items[over] as Item, line),
      printer.inline(items.slice(over), node),
    ]),
  ]);
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
  [K.FunctionCall, call],
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
