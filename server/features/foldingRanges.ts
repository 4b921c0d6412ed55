import type { TextRange } from '../base/textRange';
import { descendants, type SyntaxNode } from '../sql/node';
import { NodeKind as K } from '../sql/nodeKind';
import { TokenKind } from '../sql/tokenKind';
import { rangeOf, type PlacedStatement, type Statement, type SyntaxTree } from '../sql/tree';

/** A stretch of more than one line that can be folded; offsets count in the file. */
export interface FoldingRange extends TextRange {
  readonly kind: 'code' | 'comment';
}

/** Statements, blocks and their branches, bracketed queries, CASE, long lists, and runs of comments. */
export function foldingRanges(tree: SyntaxTree): readonly FoldingRange[] {
  return tree.statements.flatMap((placed) => [...comments(placed), ...code(placed)]);
}

function code({ statement, offset }: PlacedStatement): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const node of descendants(statement.root)) {
    if (!isFoldable(node)) continue;
    const { start, end } = rangeOf(statement, node);
    if (spansLines(statement, start, end))
      found.push({ start: start + offset, end: end + offset, kind: 'code' });
  }
  return found;
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
    if (kind === TokenKind.LineComment) {
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
