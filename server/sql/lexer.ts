import { classOf, digit, isDigit, isLineBreak, isSpace, isWordPart, letter, space } from './character';
import { hashSeed, hashStep, wordKind } from './keyword';
import { isTrivia, TokenKind } from './tokenKind';

/**
 * Cuts a text into tokens, one a call, from `at` on. Whoever reads statement by statement sets `insideBlock`, as
 * `# ...` lines are comments only there, and calls `startStatement` at each statement's first token.
 */
export class Lexer {
  insideBlock = false;
  /** Where the last token started; it ends at `at`. */
  start = 0;
  /** No decision since `startStatement` depends on a character at or after this offset. */
  reach = 0;
  /** Kind of the last token that is no trivia. */
  private previous = TokenKind.Semicolon;
  /** How many `<` of a type such as `array<map<` are open: there `>>` closes two. */
  private typeDepth = 0;
  /**
   * Where strings of a kind begin to be unclosed: one that opens later is closed only by quotes side by side with
   * its own, as the first character that stands for itself was also passed in vain on the way from here.
   */
  private readonly unclosedFrom = new Map<number, number>();

  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  startStatement(): void {
    this.insideBlock = false;
    this.reach = this.at;
    this.previous = TokenKind.Semicolon;
    this.typeDepth = 0;
  }

  /** Goes on at `at` as if the token before were of this kind. */
  resumeAfter(previous: TokenKind): void {
    this.previous = previous;
    this.typeDepth = 0;
  }

  next(): TokenKind {
    this.start = this.at;
    const kind = this.scan(this.text.charCodeAt(this.at));
    this.look(3);
    if (!isTrivia(kind)) {
      this.trackType(kind);
      this.previous = kind;
    }
    return kind;
  }

  /** The kind of the next token that is no trivia; nothing is taken. */
  peekSignificant(): TokenKind {
    const { at, start, previous, typeDepth } = this;
    let kind = this.next();
    while (isTrivia(kind)) kind = this.next();
    this.at = at;
    this.start = start;
    this.previous = previous;
    this.typeDepth = typeDepth;
    return kind;
  }

  private scan(code: number): TokenKind {
    if (this.at >= this.text.length) return TokenKind.EndOfText;
    switch (classOf(code)) {
      case space:
        return this.whitespace();
      case letter:
        return this.word(code);
      case digit:
        return this.number();
      default:
        return code < 128 ? this.sign(code) : this.unknown(code);
    }
  }

  /** Everything in ASCII that is neither space nor letter nor digit. */
  private sign(code: number): TokenKind {
    const next = this.text.charCodeAt(this.at + 1);
    switch (code) {
      case 0x27: // '
        return this.quoted(code, TokenKind.String, true);
      case 0x22: // "
        return this.quoted(code, TokenKind.DoubleQuoted, true);
      case 0x60: // `
        return this.backQuoted();
      case 0x2d: // -
        if (next === 0x2d) return this.lineComment();
        return next === 0x3e ? this.take(2, TokenKind.Arrow) : this.take(1, TokenKind.Minus);
      case 0x2f: // /
        return next === 0x2a ? this.blockComment() : this.take(1, TokenKind.Slash);
      case 0x2e: // .
        return isDigit(next) && !this.endsOperand() ? this.number() : this.take(1, TokenKind.Dot);
      case 0x3c: // <
      case 0x3e: // >
      case 0x3d: // =
      case 0x21: // !
      case 0x7e: // ~
      case 0x7c: // |
      case 0x3a: // :
        return this.operator(code, next);
      case 0x40: // @
        return this.named(next, TokenKind.Variable);
      case 0x23: // #
        return this.insideBlock && this.isHashComment()
          ? this.lineComment()
          : this.named(next, TokenKind.Template);
      case 0x24: // $
        return this.dollar(next);
      default:
        return this.take(1, singles[code] ?? TokenKind.Unknown);
    }
  }

  private operator(code: number, next: number): TokenKind {
    switch (code) {
      case 0x3c: // <
        if (next === 0x3e) return this.take(2, TokenKind.NotEqual);
        if (next === 0x3c) return this.take(2, TokenKind.ShiftLeft);
        if (next !== 0x3d) return this.take(1, TokenKind.Less);
        return this.peek(2) === 0x3e
          ? this.take(3, TokenKind.NullSafeEqual)
          : this.take(2, TokenKind.LessEqual);
      case 0x3e: // >
        if (next === 0x3d) return this.take(2, TokenKind.GreaterEqual);
        if (next !== 0x3e || this.typeDepth > 0) return this.take(1, TokenKind.Greater);
        return this.peek(2) === 0x3e
          ? this.take(3, TokenKind.ShiftRightUnsigned)
          : this.take(2, TokenKind.ShiftRight);
      case 0x3d: // =
        if (next === 0x3e) return this.take(2, TokenKind.FatArrow);
        return next === 0x3d ? this.take(2, TokenKind.EqualEqual) : this.take(1, TokenKind.Equal);
      case 0x21: // !
        if (next === 0x3d) return this.take(2, TokenKind.NotEqual);
        if (next === 0x3c) return this.take(2, TokenKind.GreaterEqual); // !<
        if (next === 0x3e) return this.take(2, TokenKind.LessEqual); // !>
        if (next !== 0x7e || this.peek(2) !== 0x7e) return this.take(1, TokenKind.Bang);
        return this.take(this.peek(3) === 0x2a ? 4 : 3, TokenKind.Match);
      case 0x7e: // ~
        if (next !== 0x7e) return this.take(1, TokenKind.Tilde);
        return this.take(this.peek(2) === 0x2a ? 3 : 2, TokenKind.Match);
      case 0x7c: // |
        return next === 0x7c ? this.take(2, TokenKind.Concat) : this.take(1, TokenKind.Pipe);
      default:
        return next === 0x3a ? this.take(2, TokenKind.ColonColon) : this.take(1, TokenKind.Colon);
    }
  }

  private whitespace(): TokenKind {
    do this.at++;
    while (isSpace(this.text.charCodeAt(this.at)));
    return TokenKind.Whitespace;
  }

  private word(first: number): TokenKind {
    const { text, start } = this;
    if (text.charCodeAt(start + 1) === 0x27) {
      if ((first | 0x20) === 0x72) return this.quoted(0x27, TokenKind.String, false, 1); // r'..'
      if ((first | 0x20) === 0x78) return this.quoted(0x27, TokenKind.String, true, 1); // x'..'
    }
    let hash = hashSeed;
    let at = start;
    let code = first;
    do {
      hash = hashStep(hash, code);
      code = text.charCodeAt(++at);
    } while (isWordPart(code));
    this.at = at;
    return wordKind(text, start, at, hash);
  }

  /** Digits, fraction, exponent and suffix; a word that begins with digits (`30_day_value`) is an identifier. */
  private number(): TokenKind {
    const { text, start } = this;
    const whole = this.digits(start);
    if (text.charCodeAt(whole) === 0x2e && text.charCodeAt(whole + 1) !== 0x2e) {
      const end = this.exponentAndSuffix(this.digits(whole + 1));
      this.reach = Math.max(this.reach, end + 3);
      if (!isWordPart(text.charCodeAt(end))) return this.take(end - start, TokenKind.Number);
      if (whole === start) return this.take(1, TokenKind.Dot);
    }
    let end = this.exponentAndSuffix(whole);
    if (!isWordPart(text.charCodeAt(end))) return this.take(end - start, TokenKind.Number);
    while (isWordPart(text.charCodeAt(end))) end++;
    return this.take(end - start, TokenKind.Identifier);
  }

  private digits(at: number): number {
    while (isDigit(this.text.charCodeAt(at))) at++;
    return at;
  }

  private exponentAndSuffix(at: number): number {
    const { text } = this;
    if ((text.charCodeAt(at) | 0x20) === 0x65) {
      const sign = text.charCodeAt(at + 1);
      const from = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
      if (isDigit(text.charCodeAt(from))) at = this.digits(from);
    }
    const suffix = text.charCodeAt(at) | 0x20;
    if (suffix === 0x62 && (text.charCodeAt(at + 1) | 0x20) === 0x64) return at + 2; // bd
    return isSuffix(suffix) && !isWordPart(text.charCodeAt(at + 1)) ? at + 1 : at;
  }

  /**
   * A string or quoted name; a doubled quote stands for itself, and so does a quote after a backslash. One that is
   * never closed ends with its line, and so does one that runs over lines and whose closing quote has a word
   * right behind it: there the quote must be the opening one of a later string.
   */
  private quoted(quote: number, kind: TokenKind, backslash: boolean, prefix = 0): TokenKind {
    const { text } = this;
    const open = this.at + prefix;
    const close = this.closingQuote(open, quote, backslash);
    const line = this.lineEnd(open + 1, close);
    if (close < text.length && (line === close || !isWordPart(text.charCodeAt(close + 1)))) {
      this.at = close + 1;
      return kind;
    }
    this.reach = Math.max(this.reach, close + 2);
    this.at = line;
    return kind;
  }

  /** Where the string that opens here is closed; the end of the text when it is not. */
  private closingQuote(open: number, quote: number, backslash: boolean): number {
    const { text } = this;
    const key = backslash ? quote : -quote;
    const isUnclosed = open > (this.unclosedFrom.get(key) ?? Infinity);
    for (let at = open + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (text.charCodeAt(at + 1) !== quote) return at;
        at++;
      } else if (isUnclosed && text.charCodeAt(at - 1) !== 0x5c) return text.length;
      else if (code === 0x5c && backslash) at++;
    }
    if (!isUnclosed) this.unclosedFrom.set(key, open);
    return text.length;
  }

  private backQuoted(): TokenKind {
    const { text } = this;
    for (let at = this.at + 1; ; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x60 && text.charCodeAt(at + 1) === 0x60) at++;
      else if (code === 0x60) return this.take(at + 1 - this.at, TokenKind.BackQuoted);
      else if (at >= text.length || isLineBreak(code)) return this.take(at - this.at, TokenKind.BackQuoted);
    }
  }

  private lineComment(): TokenKind {
    this.at = this.lineEnd(this.at);
    return TokenKind.LineComment;
  }

  private lineEnd(at: number, limit = this.text.length): number {
    while (at < limit && !isLineBreak(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Comments nest; one that is never closed takes the rest of the text. */
  private blockComment(): TokenKind {
    const { text } = this;
    let depth = 1;
    let at = this.at + 2;
    for (; at < text.length && depth > 0; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x2a && text.charCodeAt(at + 1) === 0x2f) depth--;
      else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) depth++;
      else continue;
      at++;
    }
    this.at = Math.min(at, text.length);
    return TokenKind.BlockComment;
  }

  /**
   * A `#` that is first on its line is a comment when no name follows it, or when it stands where a statement may
   * start and more than the name is on the line: `#Create the table.` against the template `#NAME;`. Behind a `$$`
   * the block may have ended, so that it must not matter what stands there.
   */
  private isHashComment(): boolean {
    const { text, start } = this;
    let before = start;
    while (before > 0 && isSpace(text.charCodeAt(before - 1)) && !isLineBreak(text.charCodeAt(before - 1)))
      before--;
    if (before > 0 && !isLineBreak(text.charCodeAt(before - 1))) return false;
    let at = start + 1;
    if (!isWordPart(text.charCodeAt(at))) return true;
    if (!startsStatement.has(this.previous)) return false;
    while (isWordPart(text.charCodeAt(at))) at++;
    const end = this.lineEnd(at);
    this.reach = Math.max(this.reach, end + 1);
    const rest = text.slice(at, end);
    return rest.trim() !== '' && !rest.includes(';') && !rest.includes('$$');
  }

  private named(next: number, kind: TokenKind): TokenKind {
    if (!isWordPart(next)) return this.take(1, TokenKind.Unknown);
    let at = this.at + 2;
    while (isWordPart(this.text.charCodeAt(at))) at++;
    this.at = at;
    return kind;
  }

  /** `$$`, `$1`, `$name` or `${name}`. */
  private dollar(next: number): TokenKind {
    if (next === 0x24) return this.take(2, TokenKind.BlockDelimiter);
    if (next === 0x7b) {
      let at = this.at + 2;
      while (isWordPart(this.text.charCodeAt(at))) at++;
      this.reach = Math.max(this.reach, at + 1);
      const closes = this.text.charCodeAt(at) === 0x7d && at > this.at + 2;
      return closes ? this.take(at + 1 - this.at, TokenKind.Parameter) : this.take(1, TokenKind.Unknown);
    }
    const end = this.digits(this.at + 1);
    const positional = end > this.at + 1 && !isWordPart(this.text.charCodeAt(end));
    return positional
      ? this.take(end - this.at, TokenKind.Positional)
      : this.named(next, TokenKind.Parameter);
  }

  /** A character that starts no token; both halves of a surrogate pair together. */
  private unknown(code: number): TokenKind {
    const next = this.peek(1);
    const pair = code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000;
    return this.take(pair ? 2 : 1, TokenKind.Unknown);
  }

  private take(length: number, kind: TokenKind): TokenKind {
    this.at += length;
    return kind;
  }

  private peek(distance: number): number {
    return this.text.charCodeAt(this.at + distance);
  }

  private look(distance: number): void {
    if (this.at + distance > this.reach) this.reach = this.at + distance;
  }

  /** The token right before `at` can be the left side of a dot, as in `commerce.30_day_value`. */
  private endsOperand(): boolean {
    const code = this.text.charCodeAt(this.at - 1);
    return (
      isWordPart(code) || code === 0x29 || code === 0x5d || code === 0x60 || code === 0x22 || code === 0x7d
    );
  }

  private trackType(kind: TokenKind): void {
    if (kind === TokenKind.Less) {
      if (this.typeDepth > 0 || startsType.has(this.previous)) this.typeDepth++;
    } else if (this.typeDepth > 0) {
      if (kind === TokenKind.Greater) this.typeDepth--;
      else if (!isTypePart(kind) || (kind === TokenKind.Number && this.previous === TokenKind.Less))
        this.typeDepth = 0;
    }
  }
}

const singles: Readonly<Record<number, TokenKind>> = {
  0x2c: TokenKind.Comma,
  0x3b: TokenKind.Semicolon,
  0x28: TokenKind.OpenParen,
  0x29: TokenKind.CloseParen,
  0x5b: TokenKind.OpenBracket,
  0x5d: TokenKind.CloseBracket,
  0x7b: TokenKind.OpenBrace,
  0x7d: TokenKind.CloseBrace,
  0x2a: TokenKind.Star,
  0x2b: TokenKind.Plus,
  0x25: TokenKind.Percent,
  0x26: TokenKind.Ampersand,
  0x5e: TokenKind.Caret,
  0x3f: TokenKind.Positional,
};

/** After these a statement of a block may start. */
const startsStatement: ReadonlySet<TokenKind> = new Set([
  TokenKind.Semicolon,
  TokenKind.BEGIN,
  TokenKind.THEN,
  TokenKind.ELSE,
  TokenKind.BlockDelimiter,
]);

const startsType: ReadonlySet<TokenKind> = new Set([TokenKind.ARRAY, TokenKind.MAP, TokenKind.STRUCT]);

function isTypePart(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.AND:
    case TokenKind.OR:
    case TokenKind.FROM:
    case TokenKind.WHERE:
    case TokenKind.THEN:
      return false;
    case TokenKind.Identifier:
    case TokenKind.BackQuoted:
    case TokenKind.DoubleQuoted:
    case TokenKind.String:
    case TokenKind.Number:
    case TokenKind.Comma:
    case TokenKind.Colon:
    case TokenKind.OpenParen:
    case TokenKind.CloseParen:
    case TokenKind.NotEqual:
      return true;
    default:
      return kind >= TokenKind.ADD;
  }
}

/** l, s, y, f, d: the types of a number, as small letters. */
function isSuffix(code: number): boolean {
  return code === 0x6c || code === 0x73 || code === 0x79 || code === 0x66 || code === 0x64;
}
