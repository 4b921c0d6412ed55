import { builders } from 'prettier/doc';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Layout, Printer } from '../printer';
import { bracketed, wordsAndBrackets } from './list';

const { group, hardline, indent, line } = builders;

/** Words of a definition, then its clauses and its query on lines of their own where they do not fit on one. */
const definition: Layout = (printer, node) => {
  const items = printer.items(node);
  const docs: Doc[] = [];
  items.forEach((item, at) => {
    const before = items[at - 1];
    if (!before) docs.push(printer.item(item, node));
    else
      docs.push(
        printer.between(before, item, separator(printer, before, item, node)),
        printer.item(item, node),
      );
  });
  const isBroken = items.some(
    (item, at) => at > 0 && isPart(item) && printer.breaksBetween(items[at - 1] as Item, item),
  );
  return group(docs, { shouldBreak: isBroken });
};

function separator(printer: Printer, before: Item, item: Item, parent: SyntaxNode): Doc {
  if (isPart(item)) return isBracketed(item) ? ' ' : line;
  if (printer.is(item, T.AS) && before.node !== undefined && isPart(before)) return line;
  if (printer.is(item, T.OpenParen) && parent.kind === K.Execute) return '';
  return printer.is(item, T.CloseParen) || printer.is(item, T.Comma) || printer.is(before, T.OpenParen)
    ? ''
    : ' ';
}

function isPart(item: Item): boolean {
  switch (item.node?.kind) {
    case K.Query:
    case K.Options:
    case K.TransformClause:
      return true;
    default:
      return false;
  }
}

function isBracketed(item: Item): boolean {
  const [body, ...more] = item.node?.kind === K.Query ? item.node.children : [];
  return body?.kind === K.ParenQuery && more.length === 0;
}

/** SET @v = query: the query on lines of its own where it does not fit */
const set: Layout = (printer, node) => {
  const items = printer.items(node);
  const isVariable = items.some((item) => item.node?.kind === K.Variable);
  if (!isVariable) return printer.verbatim(node);
  const value = items.findIndex((item) => item.node?.kind === K.Query);
  if (value < 1) return indent(printer.inline(items, node));
  if (isBracketed(items[value] as Item)) return printer.inline(items, node);
  return group([
    printer.inline(items.slice(0, value), node),
    indent([
      printer.between(items[value - 1] as Item, items[value] as Item, line),
      printer.inline(items.slice(value), node),
    ]),
  ]);
};

/** ALTER TABLE name, then ADD, DROP and REFERENCES on lines of their own where they do not fit */
const alter: Layout = (printer, node) => {
  const items = printer.items(node);
  const docs = items.map((item, at): Doc => {
    const before = items[at - 1];
    if (!before) return printer.item(item, node);
    const isPhrase = at > 2 && startsPhrase.some((kind) => printer.is(item, kind));
    const gap = printer.is(item, T.Comma) ? '' : isPhrase ? line : ' ';
    return [printer.between(before, item, gap), printer.item(item, node)];
  });
  return group(indent(docs));
};

const startsPhrase: readonly T[] = [T.ADD, T.DROP, T.REMOVE, T.REFERENCES, T.NAMESPACE];

const verbatim: Layout = (printer, node) => printer.verbatim(node);

/** A statement of which only the query in it is known well enough to be laid out. */
const other: Layout = (printer, node) =>
  childOf(node, K.Query) ? definition(printer, node) : printer.verbatim(node);

/** ANALYZE TABLE name ... FOR COLUMNS (paths): the paths on lines of their own where they do not fit */
const analyze: Layout = (printer, node) => {
  const items = printer.items(node);
  const open = items.findLastIndex((item) => printer.is(item, T.OpenParen));
  const close = items.findLastIndex((item) => printer.is(item, T.CloseParen));
  if (open < 1 || close < open) return printer.inline(items, node);
  const after = items.slice(close + 1);
  return [
    printer.inline(items.slice(0, open), node),
    printer.between(items[open - 1] as Item, items[open] as Item, ' '),
    bracketed(printer, items.slice(open, close + 1), node),
    after.length > 0 ? printer.between(items[close] as Item, after[0] as Item, ' ') : '',
    printer.inline(after, node),
  ];
};

/** Block statements one a line, deeper than the words around them */
const block: Layout = (printer, node) => {
  const items = printer.items(node);
  const docs: Doc[] = [];
  let body: Doc[] = [];
  const flush = (): void => {
    if (body.length > 0) docs.push(indent(body));
    body = [];
  };
  items.forEach((item, at) => {
    const before = items[at - 1];
    if (item.node?.kind === K.BlockStatement) {
      body.push(hardline, blank(printer, before, item), printer.item(item, node));
      return;
    }
    if (before?.node?.kind === K.BlockStatement) body.push(printer.closingComments(item));
    flush();
    if (before)
      docs.push(startsOwnLine(printer, before, item) ? hardline : printer.between(before, item, ' '));
    docs.push(printer.item(item, node));
  });
  flush();
  return docs;
};

function startsOwnLine(printer: Printer, before: Item, item: Item): boolean {
  if (before.node?.kind === K.BlockStatement || before.node?.kind === K.ExceptionHandler) return true;
  if (before.node?.kind === K.ElseIf || before.node?.kind === K.ElseBranch) return true;
  return item.node?.kind === K.ExceptionHandler && !printer.is(before, T.Semicolon);
}

/** A blank line between two statements of a block is kept, more than one become one. */
function blank(printer: Printer, before: Item | undefined, item: Item): Doc {
  if (before?.node?.kind !== K.BlockStatement) return '';
  const { starts } = printer.statement.tokens;
  const gap = printer.statement.text.slice(starts[before.end], starts[item.first]);
  return /\n[^\S\n]*\n/.test(gap.replace(/\r/g, '')) ? hardline : '';
}

/** EXCEPTION, then WHEN OTHERS THEN and its statements one level deeper */
const exceptionHandler: Layout = (printer, node) => {
  const items = printer.items(node);
  const [word, ...rest] = items;
  if (!word) return '';
  const isStatement = (item: Item): boolean => item.node?.kind === K.BlockStatement;
  const words = rest.filter((item) => !isStatement(item));
  const body = rest.filter(isStatement);
  const [first] = words;
  return [
    printer.item(word, node),
    indent([
      first ? [hardline, printer.inline(words, node)] : '',
      indent(
        body.map((item, at) => [hardline, blank(printer, body[at - 1], item), printer.item(item, node)]),
      ),
    ]),
  ];
};

export const statementLayouts: readonly (readonly [K, Layout])[] = [
  [K.CreateTable, definition],
  [K.CreateView, definition],
  [K.CreateModel, definition],
  [K.UpdateModel, definition],
  [K.CreateAudience, definition],
  [K.Insert, definition],
  [K.DeclareCursor, definition],
  [K.Prepare, definition],
  [K.Explain, definition],
  [K.Alter, alter],
  [K.Analyze, analyze],
  [K.Copy, wordsAndBrackets],
  [K.Options, wordsAndBrackets],
  [K.TransformClause, wordsAndBrackets],
  [K.ColumnDefinitions, wordsAndBrackets],
  [K.ColumnList, wordsAndBrackets],
  [K.FilterContext, wordsAndBrackets],
  [K.Set, set],
  [K.Show, verbatim],
  [K.OtherStatement, other],
  [K.UnsupportedStatement, verbatim],
  [K.UnknownStatement, verbatim],
  [K.Block, block],
  [K.If, block],
  [K.ElseIf, block],
  [K.ElseBranch, block],
  [K.ExceptionHandler, exceptionHandler],
];
