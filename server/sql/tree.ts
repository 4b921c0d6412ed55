import type { TextRange } from '../base/textRange';
import type { SyntaxNode } from './node';
import type { TokenKind } from './tokenKind';

/**
 * The tokens of one statement, trivia (white space, comments) included: joined, their texts equal the
 * statement's text. Token `i` covers `starts[i]` up to `starts[i + 1]`, offsets into the statement's text.
 */
export interface Tokens {
  readonly count: number;
  readonly kinds: Uint16Array;
  /** One longer than `count`; the last is the length of the text. */
  readonly starts: Uint32Array;
}

export type ProblemCode = 'syntax' | 'unknown-type' | 'unsupported-statement';

/** A finding of the lexer or parser; the range is in the statement's text. */
export interface SyntaxProblem {
  readonly range: TextRange;
  readonly code: ProblemCode;
  readonly severity: 'error' | 'hint';
  /** What was expected, in a SQL author's words. */
  readonly message: string;
  /** A mend that certainly gives valid text: replace `range` of the statement by `text`. */
  readonly fix?: { readonly title: string; readonly range: TextRange; readonly text: string };
}

/**
 * One statement as a value of its text alone: offsets count from the statement's own start, so that an edit
 * elsewhere in the file leaves it as it is. Equal text gives an equal (and in a re-parse the same) statement.
 */
export interface Statement {
  readonly text: string;
  readonly tokens: Tokens;
  readonly root: SyntaxNode;
  readonly problems: readonly SyntaxProblem[];
}

/** A statement where it stands in a file. */
export interface PlacedStatement {
  /** Offset of the statement's text in the file. */
  readonly offset: number;
  readonly statement: Statement;
}

/** A file: its statements in order, their texts joined equal `text`. There is always at least one. */
export interface SyntaxTree {
  readonly text: string;
  readonly statements: readonly PlacedStatement[];
}

/** The range of a node in its statement's text; an empty node has an empty range at its place. */
export function rangeOf(statement: Statement, node: SyntaxNode): TextRange {
  const { starts } = statement.tokens;
  const start = starts[node.first] as number;
  return { start, end: node.end > node.first ? (starts[node.end] as number) : start };
}

export function textOf(statement: Statement, node: SyntaxNode): string {
  const { start, end } = rangeOf(statement, node);
  return statement.text.slice(start, end);
}

export function tokenText(statement: Statement, token: number): string {
  const { starts } = statement.tokens;
  return statement.text.slice(starts[token], starts[token + 1]);
}

/** The first token of a kind that belongs to `node` itself, not to a child; -1 when there is none. */
export function ownToken(statement: Statement, node: SyntaxNode, kind: TokenKind): number {
  const { kinds } = statement.tokens;
  let child = 0;
  for (let at = node.first; at < node.end; at++) {
    while (child < node.children.length && (node.children[child] as SyntaxNode).end <= at) child++;
    const next = node.children[child];
    if (next && at >= next.first) at = next.end - 1;
    else if (kinds[at] === kind) return at;
  }
  return -1;
}

/** The statement of the file at an offset: the last one that starts at or before it. */
export function statementAt(tree: SyntaxTree, offset: number): PlacedStatement {
  let low = 0;
  let high = tree.statements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.statements[middle] as PlacedStatement).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return tree.statements[low] as PlacedStatement;
}
