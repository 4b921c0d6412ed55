import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Printer } from '../printer';

const { group, hardline, indent, line, softline } = builders;

/** The items divided at their commas; each part holds its comma last. */
export function parts(printer: Printer, items: readonly Item[]): readonly (readonly Item[])[] {
  const result: Item[][] = [[]];
  for (const item of items) {
    (result.at(-1) as Item[]).push(item);
    if (printer.is(item, T.Comma)) result.push([]);
  }
  return result.filter((part) => part.length > 0);
}

/** A list of items between commas, one a line where they do not fit on one. */
export function list(printer: Printer, items: readonly Item[], parent: SyntaxNode): Doc {
  return separated(printer, items, parent, { afterComma: line, beforeComma: softline });
}

/** A list of items between commas, one a line. */
export function lines(printer: Printer, items: readonly Item[], parent: SyntaxNode): Doc {
  return separated(printer, items, parent, { afterComma: hardline, beforeComma: hardline });
}

/** Where a line may break: which of the two counts is the author's choice. */
interface Breaks {
  readonly afterComma: Doc;
  readonly beforeComma: Doc;
}

function separated(printer: Printer, items: readonly Item[], parent: SyntaxNode, breaks: Breaks): Doc {
  const isLeading = printer.options.commas === 'leading';
  const divided = parts(printer, items);
  return divided.map((part, at): Doc => {
    const [first] = part as [Item];
    const [item, comma] = divided[at - 1]?.slice(-2) ?? [];
    const content = isLeading && printer.is(part.at(-1), T.Comma) ? part.slice(0, -1) : part;
    const doc = printer.inline(content, parent);
    if (!item) return doc;
    if (!isLeading) return [printer.between(comma ?? item, first, breaks.afterComma), doc];
    return [
      comma
        ? [printer.between(item, comma, breaks.beforeComma), printer.token(comma.first, parent)]
        : printer.token(item.first, parent),
      printer.between(comma ?? item, first, ' '),
      doc,
    ];
  });
}

/** `(` items `)`: the items on lines of their own where they do not fit. */
export function bracketed(printer: Printer, items: readonly Item[], parent: SyntaxNode): Doc {
  const open = items[0] as Item;
  const close = items.at(-1) as Item;
  const isClosed = items.length > 1 && (printer.is(close, T.CloseParen) || printer.is(close, T.CloseBracket));
  const content = items.slice(1, isClosed ? -1 : undefined);
  const [first] = content;
  if (!first || isSoleSubquery(content)) return printer.inline(items, parent);
  return group([
    printer.item(open, parent),
    indent([printer.between(open, first, softline), list(printer, content, parent)]),
    isClosed ? [printer.between(content.at(-1) as Item, close, softline), printer.item(close, parent)] : '',
  ]);
}

/** `f((SELECT ...))`: its own brackets are enough to indent it. */
function isSoleSubquery(content: readonly Item[]): boolean {
  return content.length === 1 && content[0]?.node?.kind === K.Subquery;
}

/** Words, then a list in brackets: a call, OPTIONS (...), a list of columns. */
export function wordsAndBrackets(printer: Printer, node: SyntaxNode): Doc {
  const items = printer.items(node);
  const open = items.findIndex((item) => printer.is(item, T.OpenParen));
  if (open < 0) return printer.inline(items, node);
  const close = items.findLastIndex((item) => printer.is(item, T.CloseParen));
  const end = close < 0 ? items.length : close + 1;
  const bracket = bracketed(printer, items.slice(open, end), node);
  const before = items.slice(0, open);
  const after = items.slice(end);
  return [
    printer.inline(before, node),
    before.length > 0 ? printer.between(before.at(-1) as Item, items[open] as Item, ' ') : '',
    bracket,
    after.length > 0 ? printer.between(items[end - 1] as Item, after[0] as Item, ' ') : '',
    printer.inline(after, node),
  ];
}
