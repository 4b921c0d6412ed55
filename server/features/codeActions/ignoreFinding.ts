import type { TextEdit } from '../../base/textEdit';
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import { ignoreComments } from '../diagnostics/ignoreComments';
import { tokenAt } from '../../sql/nodeAt';
import { TokenKind } from '../../sql/tokenKind';
import { statementAt, type SyntaxTree } from '../../sql/tree';
import type { ActionContext, CodeAction } from './codeAction';

/** These tell of mistakes in comments, or of text that no comment makes right. */
const never: ReadonlySet<DiagnosticCode> = new Set(['syntax', 'unused-ignore']);

/** A comment that silences a finding, here or in the whole file, with a place for the reason. */
export function* ignoreFinding({ file, touched }: ActionContext): Generator<CodeAction> {
  const seen = new Set<DiagnosticCode>();
  for (const diagnostic of touched) {
    const { code } = diagnostic;
    if (never.has(code) || seen.has(code)) continue;
    seen.add(code);
    const here = lineEdit(file.tree, diagnostic);
    if (here) yield { title: `Ignore ${code} here`, kind: 'quickfix', edits: [here], diagnostic };
    const top = file.tree.text.startsWith('\uFEFF') ? 1 : 0;
    const text = `-- feature-sql: ignore-file ${code}: reason\n`;
    yield {
      title: `Ignore ${code} in this file`,
      kind: 'quickfix',
      edits: [{ range: { start: top, end: top }, text }],
      diagnostic,
    };
  }
}

/** A comment on the line before, or one more code in the comment that is there. */
function lineEdit(tree: SyntaxTree, { code, range }: Diagnostic): TextEdit | undefined {
  const { text } = tree;
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const present = ignoreComments(tree).find(
    ({ silences }) =>
      silences &&
      silences.start <= range.start &&
      range.start <= silences.end &&
      silences.end - silences.start < text.length,
  );
  if (present && present.range.end < lineStart) {
    const last = present.codes.at(-1) ?? '';
    const at = text.indexOf(last, present.range.start) + last.length;
    return { range: { start: at, end: at }, text: `, ${code}` };
  }
  if (isInsideToken(tree, lineStart)) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  return {
    range: { start: lineStart, end: lineStart },
    text: `${indent}-- feature-sql: ignore ${code}: reason\n`,
  };
}

/** A line that begins within a string or comment has no place for a comment before it. */
function isInsideToken(tree: SyntaxTree, at: number): boolean {
  if (at === 0) return false;
  const { statement, offset } = statementAt(tree, at - 1);
  const token = tokenAt(statement, at - 1 - offset);
  const isSpace = statement.tokens.kinds[token] === TokenKind.Whitespace;
  return !isSpace && offset + (statement.tokens.starts[token + 1] ?? 0) > at;
}
