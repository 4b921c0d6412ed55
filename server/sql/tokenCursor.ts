import type { TextRange } from '../base/textRange';
import { findPartners } from './brackets';
import type { TokenBuffer } from './tokenBuffer';
import { isTrivia, TokenKind } from './tokenKind';
import type { Tokens } from './tree';

/** Looks at tokens without taking one, before the parser counts as stuck. */
const patience = 10_000;

/** Reads the tokens of one statement that are no trivia, one after the other, with any look ahead. */
export class TokenCursor {
  /** Kind of the current token; EndOfText behind the last one. */
  kind: TokenKind;
  /** Index of the current token among those that are no trivia: what the methods about brackets take. */
  index = 0;
  protected readonly count: number;
  private readonly kinds: Uint16Array;
  /** For each token that is no trivia its index in `tokens`. */
  private readonly places: Uint32Array;
  private partners: Int32Array | undefined;
  private looks = 0;

  /** `significant` is used from here on, and may be used again for the next statement. */
  constructor(
    protected readonly text: string,
    private readonly tokens: Tokens,
    significant: TokenBuffer,
  ) {
    significant.count = 0;
    for (let at = 0; at < tokens.count; at++) {
      const kind = tokens.kinds[at] as TokenKind;
      if (!isTrivia(kind)) significant.push(kind, at);
    }
    this.count = significant.count;
    this.kinds = significant.kinds;
    this.places = significant.starts;
    this.kind = this.nth(0);
  }

  /** The kind of the token `distance` after the current one. */
  nth(distance: number): TokenKind {
    if (++this.looks > patience) this.giveUp();
    const at = this.index + distance;
    return at >= 0 && at < this.count ? (this.kinds[at] as TokenKind) : TokenKind.EndOfText;
  }

  /** The kind of the token before the current one; to report a problem is no look that could be one too many. */
  protected get kindBefore(): TokenKind {
    return this.index > 0 ? (this.kinds[this.index - 1] as TokenKind) : TokenKind.EndOfText;
  }

  /** The text of the token `distance` after the current one. */
  word(distance = 0): string {
    const { start, end } = this.range(distance);
    return this.text.slice(start, end);
  }

  /** The current token is this bare word, which is no keyword; given in capitals. */
  isWord(word: string, distance = 0): boolean {
    return this.nth(distance) === TokenKind.Identifier && this.word(distance).toUpperCase() === word;
  }

  /** The current token is this word, keyword or not; given in capitals. */
  isText(word: string): boolean {
    return this.kind !== TokenKind.EndOfText && this.word().toUpperCase() === word;
  }

  /** No space between the current token and the one before it. */
  get isAdjacent(): boolean {
    return this.index > 0 && this.rangeAt(this.index - 1).end === this.rangeAt(this.index).start;
  }

  /** The current token is the first on its line. */
  get isFirstOnLine(): boolean {
    const { start } = this.rangeAt(this.index);
    const before = this.index === 0 ? 0 : this.rangeAt(this.index - 1).end;
    return this.index === 0 || this.text.slice(before, start).includes('\n');
  }

  get atEnd(): boolean {
    return this.kind === TokenKind.EndOfText;
  }

  /** The current token is of this kind: for a second look after tokens were taken, which the compiler cannot follow. */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  bump(): void {
    if (this.index < this.count) this.moveTo(this.index + 1);
  }

  eat(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.bump();
    return true;
  }

  /** Goes to a token further on. */
  protected moveTo(index: number): void {
    this.index = index;
    this.looks = 0;
    this.kind = index < this.count ? (this.kinds[index] as TokenKind) : TokenKind.EndOfText;
  }

  /** Skips everything: no rule of the grammar gets on, which is a fault of the grammar. */
  protected giveUp(): void {
    this.moveTo(this.count);
  }

  /** How far the token behind the bracket that closes the one `distance` ahead is; -1 if none closes it. */
  afterBracket(distance = 0): number {
    const partner = this.partnerOf(this.index + distance);
    return partner < 0 ? -1 : partner + 1 - this.index;
  }

  /** The statements, of a block too, in which a bracket has no partner. */
  stretchesWithLoneBracket(): readonly TextRange[] {
    const stretches: TextRange[] = [];
    const partners = findPartners(this.kinds, this.count);
    let first = 0;
    let isLone = false;
    for (let at = 0; at <= this.count; at++) {
      const kind = this.kinds[at] as TokenKind;
      if (at === this.count || kind === TokenKind.Semicolon) {
        if (isLone) stretches.push({ start: this.rangeAt(first).start, end: this.rangeAt(at).end });
        first = at + 1;
        isLone = false;
      } else if (isBracket(kind) && partners[at] === -1) isLone = true;
    }
    return stretches;
  }

  /** The word before the brackets that the token before the current one closes. */
  calledName(): string | undefined {
    const opener = this.partnerOf(this.index - 1);
    return opener > 0 ? this.word(opener - 1 - this.index) : undefined;
  }

  /** The bracket is closed at or after the current token. */
  isClosedAhead(opener: number): boolean {
    return this.partnerOf(opener) >= this.index;
  }

  /** Index of the bracket that belongs to the one at an index; -1 if there is none. */
  protected partnerOf(index: number): number {
    this.partners ??= findPartners(this.kinds, this.count);
    return this.partners[index] ?? -1;
  }

  /** The range of the token `distance` after the current one; behind the last one, that of the last. */
  range(distance = 0): TextRange {
    return this.rangeAt(this.index + distance);
  }

  protected rangeAt(index: number): TextRange {
    const { starts, count } = this.tokens;
    if (this.count === 0) return { start: 0, end: starts[count] as number };
    const place = this.placeOf(Math.max(0, Math.min(index, this.count - 1)));
    return { start: starts[place] as number, end: starts[place + 1] as number };
  }

  /** The place among all tokens of one that is no trivia. */
  protected placeOf(index: number): number {
    return this.places[index] as number;
  }
}

function isBracket(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.OpenParen:
    case TokenKind.CloseParen:
    case TokenKind.OpenBracket:
    case TokenKind.CloseBracket:
      return true;
    default:
      return false;
  }
}
