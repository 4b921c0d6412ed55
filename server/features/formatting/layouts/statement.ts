import { builders } from 'prettier/doc';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Item } from '../item';
import type { Doc, Layout, Printer } from '../printer';
import { wordsAndBrackets } from './list';

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
  if (isPart(item)) return printer.is(before, T.AS) && isBracketed(item) ? ' ' : line;
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

/** SET @v = query: the query goes on behind the sign */
const set: Layout = (printer, node) => {
  const items = printer.items(node);
  const isVariable = items.some((item) => item.node?.kind === K.Variable);
  if (!isVariable) return printer.verbatim(node);
  return indent(printer.inline(items, node));
};

const verbatim: Layout = (printer, node) => printer.verbatim(node);

/** A statement of which only the query in it is known well enough to be laid out. */
const other: Layout = (printer, node) =>
  childOf(node, K.Query) ? definition(printer, node) : printer.verbatim(node);

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

/** A statement and its `;`: the comments before it break none of its lines. */
const whole: Layout = (printer, node) => [printer.hoisted(node), printer.inline(printer.items(node), node)];

export const statementLayouts: readonly (readonly [K, Layout])[] = [
  [K.Statement, whole],
  [K.BlockStatement, whole],
  [K.CreateTable, definition],
  [K.CreateView, definition],
  [K.CreateModel, definition],
  [K.UpdateModel, definition],
  [K.CreateAudience, definition],
  [K.Insert, definition],
  [K.DeclareCursor, definition],
  [K.Prepare, definition],
  [K.Explain, definition],
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
