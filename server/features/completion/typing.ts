import { analyzeStatement } from '../../analysis/analyzeStatement';
import type { FileModel } from '../../analysis/analyzeFile';
import type { StatementModel } from '../../analysis/model';
import { tokenAt } from '../../sql/nodeAt';
import { parseStatement } from '../../sql/parse';
import { TokenKind as T } from '../../sql/tokenKind';
import type { Statement } from '../../sql/tree';
import { typedStatement } from '../names/typedStatement';
import { placeOf } from './placeOf';
import { stringPlace } from './stringPlace';
import type { Place, Typing } from './place';

/** A name that stands in for what is being typed, so that the statement has a node at the cursor. */
const standIn = 'completion_stands_here';

const wordBefore = /[@$#]?[\p{L}\p{N}_]*$/u;
const wordAfter = /^[\p{L}\p{N}_]*/u;

/** Reads what is being typed at an offset of the file. */
export function typingAt(file: FileModel, offset: number): Typing {
  const { statement, offset: start } = typedStatement(file.tree, offset);
  const at = offset - start;
  const token = tokenBefore(statement, at);
  const kind = token < 0 ? T.EndOfText : (statement.tokens.kinds[token] as T);
  const tokenStart = token < 0 ? 0 : (statement.tokens.starts[token] as number);
  const tokenEnd = token < 0 ? 0 : (statement.tokens.starts[token + 1] as number);
  const before = file.statements.find((each) => each.offset === start)?.before;
  const base = { file, before: before ?? file.statements[0]?.before };
  const inToken = { start: tokenStart, end: tokenEnd };
  if (isComment(kind, statement, at, inToken)) return nothing(base, statement, offset);
  if (kind === T.String && at > tokenStart && (at < tokenEnd || !isClosed(statement, inToken))) {
    return inString(base, statement, start, inToken, at);
  }
  const closed = isClosed(statement, inToken);
  const isQuotedName = kind === T.BackQuoted || kind === T.DoubleQuoted;
  const isQuoted = isQuotedName && at > tokenStart && (at < tokenEnd || !closed);
  const word = wordAround(statement.text, at);
  if (!isQuoted) return inText(base, statement, start, word);
  // A name whose quote is not closed ends where its word does, or else the rest of the file were its name.
  const end = closed ? tokenEnd : word.end;
  return inText(base, statement, start, {
    start: tokenStart,
    end,
    prefix: statement.text.slice(tokenStart + 1, at),
  });
}

interface Base {
  readonly file: FileModel;
  readonly before: Typing['before'] | undefined;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
}

/** The token that ends at or covers an offset. */
function tokenBefore(statement: Statement, at: number): number {
  return at === 0 ? -1 : tokenAt(statement, at - 1);
}

function isComment(
  kind: T,
  statement: Statement,
  at: number,
  token: { start: number; end: number },
): boolean {
  if (kind === T.LineComment) return true;
  return kind === T.BlockComment && (at < token.end || !statement.text.slice(0, token.end).endsWith('*/'));
}

function isClosed(statement: Statement, token: { start: number; end: number }): boolean {
  const text = statement.text.slice(token.start, token.end);
  const quote = /['`"]/.exec(text);
  return quote !== null && text.length > quote.index + 1 && text.endsWith(quote[0]);
}

function wordAround(text: string, at: number): Word {
  const before = wordBefore.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  const after = wordAfter.exec(text.slice(at, at + 200))?.[0] ?? '';
  return { start: at - before.length, end: at + after.length, prefix: before };
}

function inText(base: Base, statement: Statement, start: number, word: Word): Typing {
  const sigil = /^[@$#]/.exec(word.prefix)?.[0] ?? '';
  const { text } = statement;
  const changed = text.slice(0, word.start) + sigil + standIn + text.slice(word.end);
  const { model, token } = analyzed(base, changed, word.start);
  const braced = text.slice(0, word.start).endsWith('${');
  const place: Place = braced ? { kind: 'parameter', braced } : placeOf(model, token, sigil);
  return typing(base, model, token, start, word, place);
}

/** A string that is not closed is closed at the cursor, so that the rest of the statement is read as it was meant. */
function inString(
  base: Base,
  statement: Statement,
  start: number,
  token: { start: number; end: number },
  at: number,
): Typing {
  const { text } = statement;
  // Before the quote there may be a prefix: r'...'.
  const open = Math.min(text.indexOf("'", token.start) + 1, at);
  const closed = isClosed(statement, token);
  const changed = closed ? text : `${text.slice(0, at)}'${text.slice(at)}`;
  const { model, token: found } = analyzed(base, changed, token.start);
  const end = closed ? token.end - 1 : at;
  const word = { start: open, end, prefix: text.slice(open, at) };
  return typing(base, model, found, start, word, stringPlace(model, found));
}

function nothing(base: Base, statement: Statement, offset: number): Typing {
  const { model, token } = analyzed(base, statement.text, 0);
  return typing(base, model, token, offset, { start: 0, end: 0, prefix: '' }, { kind: 'none' });
}

function analyzed(base: Base, text: string, at: number): { model: StatementModel; token: number } {
  const statement = parseStatement(text);
  const before = base.before;
  if (!before) throw new Error('A file has at least one statement');
  const { catalog, elsewhere } = base.file;
  const model = analyzeStatement(statement, catalog, before, elsewhere).finish();
  return { model, token: tokenAt(statement, at) };
}

function typing(
  base: Base,
  model: StatementModel,
  token: number,
  start: number,
  word: Word,
  place: Place,
): Typing {
  const { file, before } = base;
  if (!before) throw new Error('A file has at least one statement');
  const range = { start: start + word.start, end: start + word.end };
  return { file, before, model, token, prefix: word.prefix, range, place };
}
