import type { TextRange } from '../../base/textRange';
import { isTrivia, TokenKind } from '../../sql/tokenKind';
import type { PlacedStatement, SyntaxTree } from '../../sql/tree';

/** `-- feature-sql: ignore code, code: reason` or `-- feature-sql: ignore-file code: reason`. */
export interface IgnoreComment {
  /** The comment. */
  readonly range: TextRange;
  readonly codes: readonly string[];
  /** Where it silences: one line of statement text, or the whole file; nowhere when it stands at the wrong place. */
  readonly silences: TextRange | undefined;
}

const form = /^--\s*feature-sql:\s*(ignore|ignore-file)(?:\s+([\w-]+(?:\s*,\s*[\w-]+)*))?\s*(?::.*)?$/;

export function ignoreComments(tree: SyntaxTree): readonly IgnoreComment[] {
  if (!tree.text.includes('feature-sql:')) return [];
  const comments: IgnoreComment[] = [];
  let atTop = true;
  for (const placed of tree.statements) {
    const { kinds, count } = placed.statement.tokens;
    for (let token = 0; token < count; token++) {
      const kind = kinds[token] as TokenKind;
      if (!isTrivia(kind)) atTop = false;
      if (kind !== TokenKind.LineComment) continue;
      const comment = readComment(tree, placed, token, atTop);
      if (comment) comments.push(comment);
    }
  }
  return comments;
}

function readComment(
  tree: SyntaxTree,
  placed: PlacedStatement,
  token: number,
  atTop: boolean,
): IgnoreComment | undefined {
  const { starts } = placed.statement.tokens;
  const start = placed.offset + (starts[token] as number);
  const text = tree.text.slice(start, placed.offset + (starts[token + 1] as number)).trimEnd();
  const [, word, list] = form.exec(text) ?? [];
  if (!word) return undefined;
  const range = { start, end: start + text.length };
  const codes = list?.split(',').map((code) => code.trim()) ?? [];
  const file = { start: 0, end: tree.text.length };
  if (word === 'ignore-file') return { range, codes, silences: atTop ? file : undefined };
  return { range, codes, silences: silencedLine(tree.text, range) };
}

/** The line of the comment when something stands before it; else the next line that is no comment and not blank. */
function silencedLine(text: string, comment: TextRange): TextRange {
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  if (text.slice(lineStart, comment.start).trim() !== '') return { start: lineStart, end: comment.start };
  let start = lineEnd(text, comment.end) + 1;
  while (start < text.length) {
    const line = text.slice(start, lineEnd(text, start)).trim();
    if (line !== '' && !line.startsWith('--')) break;
    start = lineEnd(text, start) + 1;
  }
  return { start, end: lineEnd(text, start) };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
