import { isLineBreak, isSpace } from './character';
import { Lexer } from './lexer';
import { certainlyStarts, joinsQueries, mayStart } from './statementStart';
import { TokenBuffer } from './tokenBuffer';
import { isTrivia, TokenKind as T } from './tokenKind';
import type { Tokens } from './tree';

/** A statement's piece of a file. */
export interface Piece {
  readonly offset: number;
  readonly end: number;
  readonly tokens: Tokens;
  /** Whether the piece ends here depends on no character at or after this offset. */
  readonly reach: number;
}

/**
 * Cuts a file into statements. Each has its text up to and with its `;`, the rest of that line when only comments
 * stand there, and before it all white space and comments since the statement before.
 *
 * A block goes from `$$` to its closing `$$`; inside it `;` ends nothing, and `$$ BEGIN` opens a block in the
 * block. Half-typed text:
 * - A block that is never closed ends before the first line that is indented no deeper than the block and begins
 *   a statement, if the line before it ended with `;` or was blank, or that opens another block.
 * - A statement without `;` ends before a line that begins with words which only begin statements (CREATE TABLE,
 *   INSERT INTO), or with SELECT or WITH where a query cannot stand.
 */
export class Splitter {
  private readonly lexer: Lexer;
  private readonly buffer = new TokenBuffer();
  /** Offsets of `$$` that are known to be closed nowhere. */
  private readonly unclosed = new Set<number>();

  constructor(private readonly text: string) {
    this.lexer = new Lexer(text);
  }

  /** The statement that starts at an offset where another one ends, or at the file's start. */
  pieceAt(offset: number): Piece {
    const { lexer, buffer } = this;
    lexer.at = offset;
    lexer.startStatement();
    buffer.count = 0;
    const end = this.takeRestOfLine(this.statementEnd());
    return { offset, end, tokens: buffer.take(offset, end), reach: lexer.reach };
  }

  /** Collects tokens up to the statement's last own one, and gives the offset behind it. */
  private statementEnd(): number {
    const { lexer } = this;
    const first = this.significant();
    if (first === T.BlockDelimiter && lexer.peekSignificant() !== T.END) return this.blockEnd(lexer.start);
    if (first === T.Semicolon || first === T.EndOfText) return lexer.at;
    return this.plainEnd(first);
  }

  private plainEnd(first: T): number {
    const { lexer } = this;
    let previous = first;
    let end = lexer.at;
    let depth = 0;
    let queries = first === T.SELECT || first === T.VALUES ? 1 : 0;
    for (;;) {
      const kind = this.significant();
      if (kind === T.Semicolon || kind === T.EndOfText) return lexer.at;
      if (mayStart(kind) && this.isNewStatement(kind, first, previous, depth, queries)) return end;
      if (kind === T.OpenParen) depth++;
      else if (kind === T.CloseParen && depth > 0) depth--;
      else if (depth === 0 && (kind === T.SELECT || kind === T.VALUES)) queries++;
      previous = kind;
      end = lexer.at;
    }
  }

  private isNewStatement(kind: T, first: T, previous: T, depth: number, queries: number): boolean {
    const { lexer } = this;
    const line = this.lineBefore(lexer.start);
    if (line.breaks === 0) return false;
    if (kind !== T.SELECT && kind !== T.WITH) {
      return (
        !leadsToStatement(previous) &&
        first !== T.FROM &&
        (first !== T.EXPLAIN || queries > 0) &&
        certainlyStarts(kind, lexer.peekSignificant())
      );
    }
    if (joinsQueries(previous) || previous === T.OpenParen || leadsToStatement(previous)) return false;
    if (kind === T.WITH && lexer.peekSignificant() !== T.Identifier) return false;
    if (depth > 0) {
      return previous !== T.CloseParen && previous !== T.Comma && line.indent === 0 && line.breaks > 1;
    }
    return queries > 0 || (isComplete(first) && previous !== T.Equal && previous !== T.FOR);
  }

  private blockEnd(open: number): number {
    const { lexer, buffer } = this;
    lexer.insideBlock = true;
    if (!this.unclosed.has(open)) {
      const mark = buffer.count;
      const at = lexer.at;
      const end = this.closedBlockEnd(open);
      if (end !== undefined) return end;
      buffer.count = mark;
      lexer.at = at;
      lexer.resumeAfter(T.BlockDelimiter);
    }
    lexer.reach = this.text.length + 1;
    return this.unclosedBlockEnd(this.lineBefore(open).indent);
  }

  private closedBlockEnd(open: number): number | undefined {
    const { lexer } = this;
    const openers = [open];
    let previous = T.BlockDelimiter;
    for (;;) {
      const kind = this.significant();
      if (kind === T.EndOfText) {
        for (const opener of openers) this.unclosed.add(opener);
        return undefined;
      }
      if (kind === T.BlockDelimiter) {
        const next = previous === T.END ? undefined : lexer.peekSignificant();
        if (next === T.BEGIN) openers.push(lexer.start);
        else {
          openers.pop();
          if (openers.length === 0) return this.terminatorEnd(next === T.END);
        }
      }
      previous = kind;
    }
  }

  /** Behind a closing `$$`: its END if that follows, and a `;`. */
  private terminatorEnd(hasEnd: boolean): number {
    const { lexer } = this;
    if (hasEnd) this.significant();
    const end = lexer.at;
    if (lexer.peekSignificant() !== T.Semicolon) return end;
    this.significant();
    return lexer.at;
  }

  private unclosedBlockEnd(indent: number): number {
    const { lexer } = this;
    let previous = this.significant();
    let end = lexer.at;
    for (;;) {
      const kind = this.significant();
      if (kind === T.EndOfText) return lexer.at;
      if (mayStart(kind) || kind === T.SET) {
        const line = this.lineBefore(lexer.start);
        const next = lexer.peekSignificant();
        const separate =
          previous === T.Semicolon || line.breaks > 1 || (kind === T.BlockDelimiter && next === T.BEGIN);
        if (line.breaks > 0 && line.indent <= indent && separate && !leadsToStatement(previous)) return end;
      }
      previous = kind;
      end = lexer.at;
    }
  }

  /** Reads on to the next token that is no trivia, collecting what it passes. */
  private significant(): T {
    const { lexer, buffer } = this;
    for (;;) {
      const kind = lexer.next();
      if (kind === T.EndOfText) return kind;
      buffer.push(kind, lexer.start);
      if (!isTrivia(kind)) return kind;
    }
  }

  /** Line breaks in the white space before an offset, and how far its line is indented. */
  private lineBefore(offset: number): { readonly breaks: number; readonly indent: number } {
    const { text } = this;
    let at = offset;
    let breaks = 0;
    let indent = -1;
    while (at > 0 && isSpace(text.charCodeAt(at - 1))) {
      const code = text.charCodeAt(--at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
      if (isLineBreak(code) && indent < 0) indent = offset - at - 1;
    }
    return { breaks: at === 0 ? breaks + 1 : breaks, indent: indent < 0 ? offset - at : indent };
  }

  /** Collects the rest of the line on which a statement ended, if it holds nothing but comments; gives its end. */
  private takeRestOfLine(end: number): number {
    const { text, lexer, buffer } = this;
    while (buffer.count > 0 && (buffer.starts[buffer.count - 1] as number) >= end) buffer.count--;
    const mark = buffer.count;
    for (let at = end; ; at = lexer.at) {
      const blanksEnd = this.skipBlanks(at);
      if (blanksEnd > at) buffer.push(T.Whitespace, at);
      lexer.reach = Math.max(lexer.reach, blanksEnd + 2);
      if (blanksEnd >= text.length || isLineBreak(text.charCodeAt(blanksEnd))) return blanksEnd;
      lexer.at = blanksEnd;
      const kind = lexer.next();
      if (!isTrivia(kind) || this.hasLineBreak(blanksEnd, lexer.at)) {
        buffer.count = mark;
        return end;
      }
      buffer.push(kind, blanksEnd);
    }
  }

  private skipBlanks(at: number): number {
    const { text } = this;
    while (at < text.length && isSpace(text.charCodeAt(at)) && !isLineBreak(text.charCodeAt(at))) at++;
    return at;
  }

  private hasLineBreak(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isLineBreak(this.text.charCodeAt(at))) return true;
    return false;
  }
}

/** After these words another statement is part of the same one. */
function leadsToStatement(kind: T): boolean {
  return kind === T.AS || kind === T.SHOW || kind === T.THEN || kind === T.ELSE;
}

/** Statements that hold no query, unless `=` or FOR leads to it. */
function isComplete(first: T): boolean {
  switch (first) {
    case T.SHOW:
    case T.DROP:
    case T.ALTER:
    case T.ANALYZE:
    case T.SET:
    case T.USE:
    case T.CLOSE:
    case T.FETCH:
    case T.DEALLOCATE:
    case T.COMMIT:
    case T.ROLLBACK:
      return true;
    default:
      return false;
  }
}
