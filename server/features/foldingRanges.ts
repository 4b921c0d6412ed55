import type { TextRange } from '../base/textRange';
import { descendants, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { TokenKind } from '../sql/tokenKind';
import { rangeOf, type PlacedStatement, type Statement, type SyntaxTree } from '../sql/tree';

/** A stretch of more than one line that can be folded; offsets count in the file. */
export interface FoldingRange extends TextRange {
  readonly kind: 'code' | 'comment' | 'region';
}

/**
 * Statements, blocks and their branches, bracketed queries, CASE, long lists, runs of comments, and what stands between
 * `-- region` and `-- endregion`.
 */
export function foldingRanges(tree: SyntaxTree): readonly FoldingRange[] {
  return [...tree.statements.flatMap((placed) => [...comments(placed), ...code(placed)]), ...regions(tree)];
}

/** From each `-- region` to the `-- endregion` that ends it. */
function regions(tree: SyntaxTree): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  const open: number[] = [];
  for (const { start, end, text } of tree.statements.flatMap(lineComments)) {
    if (isRegionStart(text)) open.push(start);
    else if (isRegionEnd(text)) {
      const from = open.pop();
      if (from !== undefined) found.push({ start: from, end, kind: 'region' });
    }
  }
  return found;
}

function isRegionMark(comment: string): boolean {
  return isRegionStart(comment) || isRegionEnd(comment);
}

function isRegionStart(comment: string): boolean {
  return /^--\s*#?region\b/.test(comment);
}

function isRegionEnd(comment: string): boolean {
  return /^--\s*#?endregion\b/.test(comment);
}

function lineComments({ statement, offset }: PlacedStatement): readonly (TextRange & { text: string })[] {
  const { kinds, starts, count } = statement.tokens;
  const found: (TextRange & { text: string })[] = [];
  for (let token = 0; token < count; token++) {
    if (kinds[token] !== TokenKind.LineComment) continue;
    const [start, end] = [starts[token] as number, starts[token + 1] as number];
    found.push({ start: start + offset, end: end + offset, text: statement.text.slice(start, end) });
  }
  return found;
}

function code({ statement, offset }: PlacedStatement): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const node of descendants(statement.root)) {
    if (!isFoldable(node)) continue;
    const { start } = rangeOf(statement, node);
    const end = visibleEnd(statement, rangeOf(statement, node).end);
    if (spansLines(statement, start, end))
      found.push({ start: start + offset, end: end + offset, kind: 'code' });
  }
  return found;
}

/** A last line that begins with the closing word or bracket stays visible when the rest is folded away. */
function visibleEnd({ text }: Statement, end: number): number {
  const lineStart = text.lastIndexOf('\n', end - 1) + 1;
  const isClosing = /^\s*(?:[)\]]|END\b|\$\$)/i.test(text.slice(lineStart, end));
  return isClosing && lineStart > 0 ? lineStart - 1 : end;
}

function isFoldable({ kind, first, end }: SyntaxNode): boolean {
  switch (kind) {
    case K.Statement:
    case K.Block:
    case K.BlockStatement:
    case K.If:
    case K.ElseIf:
    case K.ElseBranch:
    case K.ExceptionHandler:
    case K.CommonTable:
    case K.DerivedTable:
    case K.ParenQuery:
    case K.Subquery:
    case K.SelectClause:
    case K.Case:
    case K.Arguments:
    case K.WindowSpec:
    case K.Options:
    case K.TransformClause:
    case K.ColumnDefinitions:
      return end > first;
    default:
      return false;
  }
}

/** Runs of line comments on lines of their own, and comments in brackets over several lines. */
function comments({ statement, offset }: PlacedStatement): readonly FoldingRange[] {
  const { kinds, starts, count } = statement.tokens;
  const found: FoldingRange[] = [];
  let run: { start: number; end: number } | undefined;
  const flush = (): void => {
    if (run && spansLines(statement, run.start, run.end)) {
      found.push({ start: run.start + offset, end: run.end + offset, kind: 'comment' });
    }
    run = undefined;
  };
  for (let token = 0; token < count; token++) {
    const kind = kinds[token] as TokenKind;
    const start = starts[token] as number;
    const end = starts[token + 1] as number;
    if (kind === TokenKind.LineComment && isRegionMark(statement.text.slice(start, end))) flush();
    else if (kind === TokenKind.LineComment) {
      if (run) run.end = end;
      else if (startsLine(statement, start)) run = { start, end };
    } else if (kind !== TokenKind.Whitespace || isBlankLine(statement, start, end)) flush();
    if (kind === TokenKind.BlockComment) {
      run = { start, end };
      flush();
    }
  }
  flush();
  return found;
}

function startsLine({ text }: Statement, start: number): boolean {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

function isBlankLine({ text }: Statement, start: number, end: number): boolean {
  return /\n[^\S\n]*\n/.test(text.slice(start, end));
}

function spansLines({ text }: Statement, start: number, end: number): boolean {
  const at = text.indexOf('\n', start);
  return at >= 0 && at < end;
}
