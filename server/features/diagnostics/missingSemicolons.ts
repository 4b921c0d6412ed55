import { missingSemicolons } from '../../sql/missingSemicolons';
import type { SyntaxTree } from '../../sql/tree';
import type { Diagnostic } from './diagnostic';
import type { DiagnosticOptions } from './options';

/** The `;` that are missing between statements: syntax findings of the file, not of one statement. */
export function missingSemicolonDiagnostics(
  tree: SyntaxTree,
  options: DiagnosticOptions,
): readonly Diagnostic[] {
  const chosen = options.severity.syntax;
  if (chosen === 'off') return [];
  return missingSemicolons(tree).map(({ range, code, severity, message, fix }) => ({
    range,
    severity: chosen ?? severity,
    code,
    message,
    fixes: fix ? [{ title: fix.title, edits: [{ range: fix.range, text: fix.text }] }] : [],
    related: [],
  }));
}
