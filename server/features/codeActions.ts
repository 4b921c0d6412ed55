import type { TextRange } from '../base/textRange';
import type { FileModel } from '../analysis/analyzeFile';
import type { Diagnostic, Fix } from './diagnostics/diagnostic';
import { diagnostics } from './diagnostics/diagnostics';
import type { DiagnosticOptions } from './diagnostics/options';

export interface CodeAction extends Fix {
  readonly diagnostic: Diagnostic;
}

/** What mends the diagnostics that a range touches. */
export function codeActions(
  file: FileModel,
  range: TextRange,
  options: DiagnosticOptions,
): readonly CodeAction[] {
  return diagnostics(file, options)
    .filter((each) => each.range.start <= range.end && range.start <= each.range.end)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ ...fix, diagnostic })));
}
