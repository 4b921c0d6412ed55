import { expression, value } from './grammar/expression';
import { leftover } from './grammar/leftover';
import { operand } from './grammar/primary';
import { query } from './grammar/query';
import { relation } from './grammar/relation';
import { statement } from './grammar/statement';
import { Lexer } from './lexer';
import { NodeKind } from './nodeKind';
import { Parser, type Rules, Workspace } from './parser';
import { type Piece, Splitter } from './splitter';
import { TokenBuffer } from './tokenBuffer';
import { isTrivia, TokenKind } from './tokenKind';
import { tokenProblems } from './tokenProblems';
import type { PlacedStatement, Statement, SyntaxProblem, SyntaxTree, Tokens } from './tree';
import { unclosedTokens } from './unclosedTokens';
import { withoutCascades } from './withoutCascades';

const rules: Rules = { expression, value, operand, query, relation, statement };

/** Parses a file. Never throws; the statements' texts joined equal `text`. */
export function parse(text: string): SyntaxTree {
  const splitter = new Splitter(text);
  const workspace = new Workspace();
  const statements: Placed[] = [];
  for (let offset = 0; offset < text.length || statements.length === 0;) {
    const piece = splitter.pieceAt(offset);
    statements.push(place(piece, parseTokens(text.slice(offset, piece.end), piece.tokens, workspace)));
    offset = piece.end;
  }
  return { text, statements };
}

/** Parses a text as one statement, wherever else it may have a `;`. */
export function parseStatement(text: string): Statement {
  const lexer = new Lexer(text);
  const buffer = new TokenBuffer();
  lexer.startStatement();
  let isFirst = true;
  for (let kind = lexer.next(); kind !== TokenKind.EndOfText; kind = lexer.next()) {
    buffer.push(kind, lexer.start);
    if (isFirst && !isTrivia(kind)) {
      isFirst = false;
      lexer.insideBlock = kind === TokenKind.BlockDelimiter;
    }
  }
  return parseTokens(text, buffer.take(0, text.length), new Workspace());
}

/** A placed statement of this module, which also knows how far the splitter looked to find its end. */
interface Placed extends PlacedStatement {
  /** No decision depended on a character at or after this distance from the statement's start. */
  readonly reach: number;
}

function place(piece: Piece, statement: Statement): Placed {
  return { offset: piece.offset, statement, reach: piece.reach - piece.offset };
}

const none: readonly SyntaxProblem[] = [];

function parseTokens(text: string, tokens: Tokens, workspace: Workspace): Statement {
  const p = new Parser(text, tokens, rules, workspace);
  unclosedTokens(p, text, tokens);
  tokenProblems(p, text, tokens);
  if (!p.atEnd && p.kind !== TokenKind.Semicolon) {
    statement(p);
    leftover(p);
  }
  p.eat(TokenKind.Semicolon);
  return {
    text,
    tokens,
    root: p.root(NodeKind.Statement),
    problems: p.problems.length > 0 ? withoutCascades(p) : none,
  };
}

/**
 * Parses the file's new text, taking over every statement that the change does not touch. The result equals
 * `parse(text)`.
 */
export function reparse(tree: SyntaxTree, text: string): SyntaxTree {
  const old = tree.statements as readonly Placed[];
  const common = commonPrefix(tree.text, text);
  const first = old.findIndex(({ offset, reach }) => offset + reach > common);
  if (first < 0) return tree;
  const shift = text.length - tree.text.length;
  const changedEnd = tree.text.length - commonSuffix(tree.text, text, common);
  const splitter = new Splitter(text);
  const workspace = new Workspace();
  const statements = old.slice(0, first);
  // Several edits at once may leave statements between them as they were.
  const touched = old.slice(first).filter(({ offset }) => offset < changedEnd);
  const known = new Map(touched.map(({ statement }) => [statement.text, statement]));
  let next = first + touched.length;
  let offset = (old[first] as Placed).offset;
  while (offset < text.length || statements.length === 0) {
    while (next < old.length && (old[next] as Placed).offset + shift < offset) next++;
    const same = old[next];
    if (same && same.offset + shift === offset) {
      for (const placed of old.slice(next)) statements.push({ ...placed, offset: placed.offset + shift });
      break;
    }
    const piece = splitter.pieceAt(offset);
    const piecesText = text.slice(offset, piece.end);
    const statement = known.get(piecesText) ?? parseTokens(detached(piecesText), piece.tokens, workspace);
    statements.push(place(piece, statement));
    offset = piece.end;
  }
  return { text, statements };
}

/**
 * A copy of a part of a text. The engine's own parts keep the whole text in memory, so that a file would stay there
 * once for each statement that was edited.
 */
function detached(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}

/** Equal stretches are compared in slices first, which the engine does at the speed of memory. */
const slice = 4096;

function commonPrefix(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let at = 0;
  while (at + slice <= limit && one.slice(at, at + slice) === other.slice(at, at + slice)) at += slice;
  while (at < limit && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(one: string, other: string, prefix: number): number {
  const limit = Math.min(one.length, other.length) - prefix;
  let length = 0;
  while (
    length + slice <= limit &&
    one.slice(one.length - length - slice, one.length - length) ===
      other.slice(other.length - length - slice, other.length - length)
  ) {
    length += slice;
  }
  while (
    length < limit &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length++;
  }
  return length;
}
