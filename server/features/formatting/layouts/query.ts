import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Layout, Printer } from '../printer';
import { lines, list, wordsAndBrackets } from './list';

const { group, hardline, ifBreak, indent, line, softline } = builders;

/** Clauses one behind the other, each on a line of its own where the author broke any or they do not fit on one. */
const clauses: Layout = (printer, node) => clauseLines(printer, ownedItems(printer, node));

interface OwnedItem {
  readonly item: Item;
  readonly owner: SyntaxNode;
}

function ownedItems(printer: Printer, owner: SyntaxNode): readonly OwnedItem[] {
  return printer.items(owner).map((item) => ({ item, owner }));
}

function clauseLines(printer: Printer, all: readonly OwnedItem[]): Doc {
  const docs = all.map(({ item, owner }, at): Doc => {
    const before = all[at - 1]?.item;
    return [before ? printer.between(before, item, line) : '', printer.item(item, owner)];
  });
  const isBroken = all.some(({ item }, at) => at > 0 && startsLine(printer, item));
  return group(docs, { shouldBreak: isBroken });
}

/** The item is the first on its line in the source. */
function startsLine(printer: Printer, item: Item): boolean {
  const { text, tokens } = printer.statement;
  let at = (tokens.starts[item.first] as number) - 1;
  while (text[at] === ' ' || text[at] === '\t') at--;
  return text[at] === '\n' || text[at] === '\r';
}

/** WITH a AS (...), b AS (...): each query on its own line */
const withClause: Layout = (printer, node) => {
  const items = printer.items(node);
  const head = items.findIndex((item) => item.node !== undefined);
  if (head < 1) return printer.inline(items, node);
  return [
    printer.inline(items.slice(0, head), node),
    printer.between(items[head - 1] as Item, items[head] as Item, ' '),
    lines(printer, items.slice(head), node),
    hardline,
  ];
};

/** The clauses of the query and of the Select in it break together; the WITH clause ends its own line. */
const query: Layout = (printer, node) => {
  const items = ownedItems(printer, node);
  const [first, ...rest] = items;
  const hasWith = first?.item.node?.kind === K.WithClause;
  const all = (hasWith ? rest : items).flatMap((each) =>
    each.item.node?.kind === K.Select ? ownedItems(printer, each.item.node) : [each],
  );
  const body = clauseLines(printer, all);
  return hasWith ? [printer.item(first.item, node), body] : body;
};

/** Words and a list that goes on in the same line, or on lines of its own. */
const wordsAndList: Layout = (printer, node) => {
  const items = printer.items(node);
  const head = headLength(printer, items);
  const first = items[head];
  if (!first || head === 0) return printer.inline(items, node);
  return group([
    printer.inline(items.slice(0, head), node),
    indent([printer.between(items[head - 1] as Item, first, line), list(printer, items.slice(head), node)]),
  ]);
};

function headLength(printer: Printer, items: readonly Item[]): number {
  const first = items.findIndex((item) => item.node !== undefined && item.node.kind !== K.Error);
  const bracketStart = items.findIndex((item) => printer.is(item, T.OpenParen));
  if (bracketStart >= 0 && bracketStart < first) {
    const close = items.findIndex((item) => printer.is(item, T.CloseParen));
    return close + 1;
  }
  return first;
}

/** A word and one expression: conditions go on behind the word. */
const wordAndExpression: Layout = (printer, node) => printer.inline(printer.items(node), node);

/** FROM a, b: relations on the same line, or on lines of their own */
const fromClause: Layout = (printer, node) => {
  const items = printer.items(node);
  const relations = items.slice(1);
  const [word] = items;
  const [first] = relations;
  if (!word || !first) return printer.inline(items, node);
  if (relations.length === 1)
    return [printer.item(word, node), printer.between(word, first, ' '), printer.item(first, node)];
  return group([
    printer.item(word, node),
    indent([printer.between(word, first, line), list(printer, relations, node)]),
  ]);
};

/** Relation, then each join on a line of its own where they do not fit on one */
const join: Layout = (printer, node) => {
  const [left, ...rest] = joined(printer, node);
  return group([left ?? '', rest]);
};

/** The first relation, then `line JOIN ...` for each join. */
function joined(printer: Printer, node: SyntaxNode): readonly Doc[] {
  const items = printer.items(node);
  const [left] = items;
  const start = left?.node ? 1 : 0;
  const before: readonly Doc[] =
    left?.node?.kind === K.Join ? joined(printer, left.node) : left?.node ? [printer.item(left, node)] : [];
  const rest = items.slice(start);
  const [first] = rest;
  if (!first) return before;
  return [...before, [left ? printer.between(left, first, line) : '', joinRest(printer, rest, node)]];
}

/**
 * JOIN relation ON condition, the condition on the next line where it does not fit; behind a relation of several
 * lines it goes on in the last of them.
 */
function joinRest(printer: Printer, items: readonly Item[], node: SyntaxNode): Doc {
  const on = items.findIndex((item) => item.node?.kind === K.OnClause || item.node?.kind === K.UsingClause);
  if (on < 1) return printer.inline(items, node);
  const relation = Symbol('relation');
  const gap = (separator: Doc): Doc => printer.between(items[on - 1] as Item, items[on] as Item, separator);
  const words = printer.inline(items.slice(0, on), node);
  const [beside, below] = [gap(' '), gap(line)];
  const condition = printer.inline(items.slice(on), node);
  return group([
    group(words, { id: relation }),
    ifBreak([beside, condition], indent([below, condition]), { groupId: relation }),
  ]);
}

/** QueryBody, UNION, QueryBody, ...: each operator on a line of its own between the two */
const setOperation: Layout = (printer, node) => {
  const all = combined(printer, node);
  const docs = all.map(({ item, owner }, at): Doc => {
    const before = all[at - 1]?.item;
    if (!before) return printer.item(item, owner);
    const isWord = item.node === undefined && before.node === undefined;
    return [printer.between(before, item, isWord ? ' ' : line), printer.item(item, owner)];
  });
  const isBroken = all.some(({ item }, at) => at > 0 && startsLine(printer, item));
  return group(docs, { shouldBreak: isBroken });
};

/** The queries and operators of a row of set operations, from left to right. */
function combined(printer: Printer, node: SyntaxNode): readonly OwnedItem[] {
  return ownedItems(printer, node).flatMap((each) =>
    each.item.node?.kind === K.SetOperation ? combined(printer, each.item.node) : [each],
  );
}

/** Relation PIVOT ( aggregates FOR column IN ( values ) ): FOR and IN on lines of their own where they do not fit */
const pivot: Layout = (printer, node) => {
  const items = printer.items(node);
  const open = items.findIndex((item) => printer.is(item, T.OpenParen));
  const close = items.findLastIndex((item) => printer.is(item, T.CloseParen));
  if (open < 0 || close < open) return printer.inline(items, node);
  const content = items.slice(open + 1, close);
  const docs = content.map((item, at): Doc => {
    const before = content[at - 1];
    if (!before) return printer.item(item, node);
    return [printer.between(before, item, pivotGap(printer, before, item)), printer.item(item, node)];
  });
  const [first] = content;
  return [
    printer.inline(items.slice(0, open + 1), node),
    group([
      first ? indent([printer.between(items[open] as Item, first, softline), docs]) : '',
      printer.between(items[close - 1] as Item, items[close] as Item, softline),
    ]),
    printer.inline(items.slice(close), node),
  ];
};

function pivotGap(printer: Printer, before: Item, item: Item): Doc {
  if (printer.is(item, T.FOR) || printer.is(item, T.IN)) return line;
  return printer.is(item, T.Comma) || printer.is(item, T.CloseParen) || printer.is(before, T.OpenParen)
    ? ''
    : ' ';
}

export const queryLayouts: readonly (readonly [K, Layout])[] = [
  [K.Query, query],
  [K.Select, clauses],
  [K.SetOperation, setOperation],
  [K.WithClause, withClause],
  [K.SelectClause, wordsAndList],
  [K.GroupByClause, wordsAndList],
  [K.OrderByClause, wordsAndList],
  [K.PartitionByClause, wordsAndList],
  [K.ClusterClause, wordsAndList],
  [K.WindowClause, wordsAndList],
  [K.Values, wordsAndList],
  [K.InlineTable, wordsAndList],
  [K.FromClause, fromClause],
  [K.Join, join],
  [K.WhereClause, wordAndExpression],
  [K.HavingClause, wordAndExpression],
  [K.QualifyClause, wordAndExpression],
  [K.OnClause, wordAndExpression],
  [K.Pivot, pivot],
  [K.Unpivot, pivot],
  [K.CommonTable, wordsAndQuery],
  [K.DerivedTable, wordsAndBrackets],
  [K.ParenQuery, wordsAndBrackets],
  [K.ParenRelation, wordsAndBrackets],
  [K.GroupingSets, wordsAndBrackets],
  [K.FilterClause, wordsAndBrackets],
  [K.WithinGroup, wordsAndBrackets],
];

/** name AS ( Query ), the query always on lines of its own unless it is short */
function wordsAndQuery(printer: Printer, node: SyntaxNode): Doc {
  const items = printer.items(node);
  const open = items.findIndex((item) => printer.is(item, T.OpenParen));
  const queryAt = items.findIndex((item) => item.node?.kind === K.Query);
  if (open < 0 || queryAt !== open + 1) return printer.inline(items, node);
  const close = items[queryAt + 1];
  const queryItem = items[queryAt] as Item;
  const openItem = items[open] as Item;
  return [
    printer.inline(items.slice(0, open), node),
    printer.between(items[open - 1] as Item, openItem, ' '),
    group([
      printer.item(openItem, node),
      indent([printer.between(openItem, queryItem, softline), printer.item(queryItem, node)]),
      close ? [printer.between(queryItem, close, softline), printer.item(close, node)] : '',
    ]),
  ];
}
