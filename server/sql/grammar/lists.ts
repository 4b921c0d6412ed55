import { NodeKind } from '../nodeKind';
import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';
import { tokenName } from '../tokenName';
import { clauseAt, clauseOrSlipAt, isListEnd } from './clauses';
import { name } from './names';
import { startsExpression } from './startsExpression';

/**
 * item (`,` item)*, up to where a list cannot go on; `isTrailing` tells that nothing can follow a comma. A missing comma, a trailing one and an item that cannot be
 * read are one mistake each, and the list goes on behind them. `item` reports its own mistakes.
 */
export function commaList(
  p: Parser,
  item: (p: Parser) => boolean,
  isEnd: (p: Parser) => boolean = isListEnd,
  isTrailing: (p: Parser) => boolean = isEnd,
): void {
  for (;;) {
    const known = item(p);
    if (!known) p.skipUntil((kind) => kind === T.Comma || isStop(p, isEnd), NodeKind.Error);
    if (isEnd(p)) return;
    if (p.kind === T.Comma) {
      p.bump();
      if (known) p.recovered();
      if (isTrailing(p)) return trailingComma(p);
    } else if (clauseOrSlipAt(p) !== undefined) {
      return;
    } else if (startsExpression(p)) {
      missingComma(p);
    } else {
      p.expected('a comma or the end of the list');
      p.skipUntil((kind) => kind === T.Comma || isStop(p, isEnd), NodeKind.Error);
      if (!p.is(T.Comma)) return;
    }
  }
}

function isStop(p: Parser, isEnd: (p: Parser) => boolean): boolean {
  return isEnd(p) || clauseAt(p) !== undefined;
}

function trailingComma(p: Parser): void {
  const range = p.range(p.atEnd ? 0 : -1);
  const before = p.atEnd ? 'the end' : p.word();
  p.error(`Nothing follows this comma before ${before}; remove it or add what is missing`, range, {
    title: 'Remove the comma',
    range,
    text: '',
  });
}

function missingComma(p: Parser): void {
  if (joinedWords(p)) return;
  const { end } = p.range(-1);
  p.error(`A comma is missing before ${p.word()}`, p.range(), {
    title: 'Insert a comma',
    range: { start: end, end },
    text: ',',
  });
}

/** The closing bracket for the one at `opener`. What does not belong before it is skipped. */
export function closeBracket(p: Parser, opener: number, closing: T = T.CloseParen): void {
  if (p.kind !== closing) {
    if (p.isClosedAhead(opener)) {
      p.expected(`${tokenName(closing)} or a comma`);
      p.skipToPartner(opener, NodeKind.Error);
    } else {
      p.unclosed(opener, tokenName(closing));
      return;
    }
  }
  p.bump();
  p.recovered();
}

/** ( Name, ... ) */
export function columnList(p: Parser): boolean {
  const mark = p.open();
  const opener = p.index;
  if (!p.expect(T.OpenParen)) {
    p.drop(mark);
    return false;
  }
  commaList(p, columnName);
  closeBracket(p, opener);
  p.close(mark, NodeKind.ColumnList);
  return true;
}

function columnName(p: Parser): boolean {
  return name(p, 'a column name');
}

/** Words that another dialect or a missing space makes of a clause, and that were taken for a name. */
function joinedWords(p: Parser): boolean {
  const before = p.range(-1);
  const match = /^(GROUP|ORDER|SORT|CLUSTER|DISTRIBUTE)(BY)$/i.exec(p.word(-1));
  if (match) {
    const text = `${match[1]} ${match[2]}`;
    p.error(`${match[0]} is two words: ${text}`, before, { title: `Write ${text}`, range: before, text });
    return true;
  }
  if (p.nth(-2) !== T.SELECT || p.kind !== T.Number || p.word(-1).toUpperCase() !== 'TOP') return false;
  p.error(`TOP is not known; write LIMIT ${p.word()} at the end of the query`, before);
  return true;
}
