import type { TextRange } from '../base/textRange';
import { isMisspelled } from './misspelling';
import { SyntaxNode } from './node';
import type { NodeKind } from './nodeKind';
import { strayCharacter } from './strayCharacter';
import { TokenBuffer } from './tokenBuffer';
import { TokenCursor } from './tokenCursor';
import { TokenKind } from './tokenKind';
import { shortened, tokenName } from './tokenName';
import type { ProblemCode, SyntaxProblem, Tokens } from './tree';

/** How deep brackets, queries and blocks may nest, and how high the tree may grow. */
const deepest = 240;
const highest = 1000;
/** Operands of one operator up to which the tree leans to the left. */
const longestChain = 100;
type Fix = NonNullable<SyntaxProblem['fix']>;

/**
 * The rules that call each other in circles; a grammar file reaches those of other files through the parser. Each
 * says whether it found what it parses; if not, it has reported so.
 */
export interface Rules {
  /** Expr; `what` names it in a message. */
  expression(p: Parser, what?: string): boolean;
  /** Expr without AND, OR, NOT and predicates such as IN and LIKE at its top. */
  value(p: Parser, what?: string): boolean;
  /** An operand alone, without operators of two sides. */
  operand(p: Parser, what?: string): boolean;
  query(p: Parser, what?: string): boolean;
  relation(p: Parser): boolean;
  statement(p: Parser): void;
}

/** Marks where a node begins; given back by `open`. */
export type Mark = number;

/** Arrays that are filled anew for each statement, kept so that they need not grow again. */
export class Workspace {
  readonly significant = new TokenBuffer();
  readonly nodes: SyntaxNode[] = [];
  readonly heights: number[] = [];
  readonly marks: number[] = [];
}

/**
 * A cursor over the tokens of one statement, and the builder of its tree. Grammar functions take tokens with
 * `bump`, `eat` and `expect`, and put what they took between `open` and `close`; a node that is closed becomes a
 * child of the next node that is closed around it.
 */
export class Parser extends TokenCursor {
  readonly problems: SyntaxProblem[] = [];

  private readonly nodes: SyntaxNode[];
  private readonly heights: number[];
  private readonly marks: number[];
  private depth = 0;
  /** After a mistake: what follows is not reported until the parser is at a place that it understands again. */
  private recovering = false;
  /** How deep the mistake is from which the parser recovers: what is nested deeper does not end that. */
  private recoverDepth = 0;
  private mutedFrom = Infinity;
  /** Where a mistake is reported already. */
  private reported: Set<number> | undefined;
  /** A bracket was reported as not closed, so a closing one too many is no mistake of its own. */
  hasOpenBracket = false;

  constructor(
    text: string,
    tokens: Tokens,
    readonly rules: Rules,
    workspace: Workspace,
  ) {
    super(text, tokens, workspace.significant);
    this.nodes = workspace.nodes;
    this.heights = workspace.heights;
    this.marks = workspace.marks;
    this.nodes.length = this.heights.length = this.marks.length = 0;
  }

  /** Takes a token that has to be here. A misspelt keyword is reported and taken for the keyword. */
  expect(kind: TokenKind, what: string = tokenName(kind)): boolean {
    if (this.eat(kind) || this.eatMisspelled(kind)) return true;
    this.expected(what);
    return false;
  }

  /** Takes a bare word that is spelt nearly as a keyword, and says so. */
  eatMisspelled(kind: TokenKind): boolean {
    if (!this.isSlipOf(kind)) return false;
    this.reportMisspelled(kind);
    this.bump();
    return true;
  }

  /** The current token is a bare word that is spelt nearly as this keyword. */
  isSlipOf(kind: TokenKind): boolean {
    return (
      this.kind === TokenKind.Identifier &&
      kind >= TokenKind.ADD &&
      isMisspelled(this.word(), TokenKind[kind])
    );
  }

  /** Reports the current word as this keyword misspelt; it stays to be taken. */
  reportMisspelled(kind: TokenKind): void {
    const keyword = TokenKind[kind];
    const range = this.range();
    const text = /^[^A-Z]+$/.test(this.word()) ? keyword.toLowerCase() : keyword;
    this.report(`Unknown word ${this.word()}; did you mean ${keyword}?`, range, {
      title: `Change to ${text}`,
      range,
      text,
    });
    this.recovering = false;
  }

  // The tree.

  open(): Mark {
    this.marks.push(this.index, this.nodes.length);
    return this.marks.length - 2;
  }

  /** Makes a node of everything since `mark`; of no tokens none is made. */
  close(mark: Mark, kind: NodeKind): void {
    this.wrap(mark, kind);
    this.marks.length = mark;
  }

  /** Makes a node of everything since `mark` and stays open, so that a node around it can follow. */
  wrap(mark: Mark, kind: NodeKind): void {
    const from = this.marks[mark] as number;
    const base = this.marks[mark + 1] as number;
    if (this.index === from) return;
    const { nodes, heights } = this;
    let height = 0;
    for (let at = base; at < heights.length; at++) height = Math.max(height, heights[at] as number);
    const children = nodes.length === base ? none : nodes.slice(base);
    nodes.length = heights.length = base;
    const end = this.placeOf(this.index - 1) + 1;
    nodes.push(new SyntaxNode(kind, this.placeOf(from), end, children));
    heights.push(height + 1);
    if (height >= highest) this.tooDeep();
  }

  /**
   * Makes nodes of two children each of the finished nodes since `mark`: from left to right, or halved again and
   * again where there are so many that the tree would grow too high to be walked.
   */
  fold(mark: Mark, kind: NodeKind): void {
    const base = this.marks[mark + 1] as number;
    const { nodes, heights } = this;
    const count = nodes.length - base;
    if (count < 2) return this.wrap(mark, kind);
    const pair = (left: number, right: number): void => {
      const one = nodes[left] as SyntaxNode;
      const other = nodes[right] as SyntaxNode;
      nodes[left] = new SyntaxNode(kind, one.first, other.end, [one, other]);
      heights[left] = Math.max(heights[left] as number, heights[right] as number) + 1;
    };
    if (count <= longestChain) for (let at = 1; at < count; at++) pair(base, base + at);
    else {
      for (let step = 1; step < count; step *= 2) {
        for (let at = 0; at + step < count; at += step * 2) pair(base + at, base + at + step);
      }
    }
    nodes.length = heights.length = base + 1;
    if ((heights[base] as number) > highest) this.tooDeep();
  }

  /** Forgets the mark: what was taken since belongs to the node around it. */
  drop(mark: Mark): void {
    this.marks.length = mark;
  }

  /** One token as a node without children. */
  leaf(kind: NodeKind): void {
    const mark = this.open();
    this.bump();
    this.close(mark, kind);
  }

  /** The finished root; only it is left. */
  root(kind: NodeKind): SyntaxNode {
    const { nodes, count } = this;
    const first = count === 0 ? 0 : this.placeOf(0);
    const end = count === 0 ? 0 : this.placeOf(count - 1) + 1;
    return new SyntaxNode(kind, first, end, nodes.slice());
  }

  /** The kind of the node that was finished last. */
  get lastKind(): NodeKind | undefined {
    return this.nodes.at(-1)?.kind;
  }

  // Nesting.

  /** Goes one level deeper; false at the limit, where what cannot be nested any more has been skipped. */
  enter(): boolean {
    if (this.depth < deepest) {
      this.depth++;
      return true;
    }
    this.tooDeep();
    return false;
  }

  leave(): void {
    this.depth--;
  }

  private tooDeep(): void {
    this.report('This is nested too deeply to be checked', this.range());
    this.mutedFrom = Math.min(this.mutedFrom, this.range().start);
    const partner = this.kind === TokenKind.OpenParen ? this.partnerOf(this.index) : -1;
    this.moveTo(partner < 0 ? this.count : partner + 1);
  }

  protected override giveUp(): void {
    super.giveUp();
    this.report('The parser cannot go on from here', this.range());
  }

  /** Takes everything before the bracket's partner into an Error node. */
  skipToPartner(opener: number, error: NodeKind): void {
    const partner = this.partnerOf(opener);
    if (partner <= this.index) return;
    const mark = this.open();
    this.moveTo(partner);
    this.close(mark, error);
  }

  /** Reports that the bracket is closed nowhere. */
  unclosed(opener: number, closing: string): void {
    const { end } = this.rangeAt(this.index - 1);
    const bracket = this.rangeAt(opener);
    const before = opener > 0 ? ` after ${shortened(this.word(opener - 1 - this.index))}` : '';
    this.error(`The bracket${before} is not closed: ${closing} is missing`, bracket, {
      title: `Insert ${closing}`,
      range: { start: end, end },
      text: closing,
    });
    this.hasOpenBracket = true;
  }

  // Problems.

  /** Reports that something else should stand at the current token. */
  expected(what: string, fix?: Fix): void {
    if (this.kind === TokenKind.Unknown) return this.error(strayCharacter(this.word()));
    const after = this.index > 0 ? ` after ${shortened(this.word(-1))}` : '';
    const ends = this.atEnd || this.kind === TokenKind.Semicolon;
    this.error(
      `Expected ${what}${after}${ends ? '' : `, found ${shortened(this.word())}`}`,
      this.range(),
      fix,
    );
  }

  /** Reports that a statement begins here without a `;` before it. */
  missingSemicolon(): void {
    const { end } = this.range(-1);
    this.error(`; is missing before ${this.word()}`, this.range(), {
      title: 'Insert ;',
      range: { start: end, end },
      text: ';',
    });
  }

  /** Reports a mistake, unless it may be the consequence of one that is reported already. */
  error(message: string, range: TextRange = this.range(), fix?: Fix, code: ProblemCode = 'syntax'): void {
    if (!this.recovering) {
      if (!this.isTemplateNear()) this.report(message, range, fix, code);
      this.recoverDepth = this.depth;
    }
    this.recovering = true;
  }

  /** Reports a mistake in what is read all the same, so that what follows is looked at as if it were right. */
  mistake(message: string, range: TextRange, fix?: Fix): void {
    const { recovering } = this;
    this.error(message, range, fix);
    this.recovering = recovering;
  }

  private report(message: string, range: TextRange, fix?: Fix, code: ProblemCode = 'syntax'): void {
    if (range.start >= this.mutedFrom) return;
    this.reported ??= new Set();
    if (this.reported.has(range.start)) return;
    this.reported.add(range.start);
    this.problems.push({ range, code, severity: 'error', message, ...(fix && { fix }) });
  }

  hint(message: string, range: TextRange, fix?: Fix): void {
    this.problems.push({ range, code: 'syntax', severity: 'hint', message, ...(fix && { fix }) });
  }

  unsupported(message: string, range: TextRange): void {
    this.problems.push({ range, code: 'unsupported-statement', severity: 'error', message });
    this.mutedFrom = range.start;
  }

  /** A mistake of the lexer; what it may have swallowed makes anything later in the statement doubtful. */
  lexical(message: string, range: TextRange, fix?: Fix): void {
    this.report(message, range, fix);
    this.mutedFrom = Math.min(this.mutedFrom, range.start + 1);
  }

  /** The parser knows again where it is, if it is not deeper than the last mistake: the next one is another. */
  recovered(): void {
    if (this.depth <= this.recoverDepth) this.recovering = false;
  }

  get isRecovering(): boolean {
    return this.recovering;
  }

  /** A template or parameter may stand for any piece of SQL, so what stands beside it may be right. */
  private isTemplateNear(): boolean {
    return standsForAnything(this.kind) || standsForAnything(this.kindBefore);
  }

  /** Takes tokens into an Error node until one of a kind at this level of brackets, or the bracket's end. */
  skipUntil(isStop: (kind: TokenKind) => boolean, error: NodeKind): void {
    const mark = this.open();
    const from = this.index;
    while (!this.atEnd && this.kind !== TokenKind.Semicolon && !isStop(this.kind)) {
      const partner = isOpening(this.kind) ? this.partnerOf(this.index) : -1;
      if (partner >= 0) this.moveTo(partner + 1);
      else this.bump();
    }
    if (this.index > from) this.close(mark, error);
    else this.drop(mark);
  }
}

const none: readonly SyntaxNode[] = [];

function standsForAnything(kind: TokenKind): boolean {
  return kind === TokenKind.Template || kind === TokenKind.Parameter;
}

function isOpening(kind: TokenKind): boolean {
  return kind === TokenKind.OpenParen || kind === TokenKind.OpenBracket || kind === TokenKind.OpenBrace;
}
