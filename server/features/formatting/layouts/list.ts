import { builders } from 'prettier/doc';
import type { SyntaxNode } from '../../../sql/node';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Printer } from '../printer';

const { group, indent, line, softline } = builders;

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
  const divided = parts(printer, items);
  const docs: Doc[] = [];
  divided.forEach((part, at) => {
    const before = divided[at - 1]?.at(-1);
    if (before && printer.options.commas === 'leading')
      docs.push(leadingComma(printer, before, part[0] as Item, parent));
    else if (before) docs.push(printer.between(before, part[0] as Item, line));
    const comma = part.at(-1);
    const isMoved = printer.options.commas === 'leading' && printer.is(comma, T.Comma);
    docs.push(printer.inline(isMoved ? part.slice(0, -1) : part, parent));
  });
  return docs;
}

/** `, b` on a line of its own, or `a, b` on one line. */
function leadingComma(printer: Printer, comma: Item, next: Item, parent: SyntaxNode): Doc {
  const onOneLine: Doc = [printer.token(comma.first, parent), printer.between(comma, next, ' ')];
  return [softline, onOneLine];
}

/** `(` items `)`: the items on lines of their own where they do not fit. */
export function bracketed(printer: Printer, items: readonly Item[], parent: SyntaxNode): Doc {
  const open = items[0] as Item;
  const close = items.at(-1) as Item;
  const isClosed = items.length > 1 && (printer.is(close, T.CloseParen) || printer.is(close, T.CloseBracket));
  const content = items.slice(1, isClosed ? -1 : undefined);
  const [first] = content;
  if (!first) return printer.inline(items, parent);
  return group([
    printer.item(open, parent),
    indent([printer.between(open, first, softline), list(printer, content, parent)]),
    isClosed ? [printer.between(content.at(-1) as Item, close, softline), printer.item(close, parent)] : '',
  ]);
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
