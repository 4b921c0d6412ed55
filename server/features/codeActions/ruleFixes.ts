import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import type { ActionContext, CodeAction } from './codeAction';

/** What these report, the one fix that they have mends. */
const sure: ReadonlySet<DiagnosticCode> = new Set([
  'syntax',
  'unknown-table',
  'unknown-column',
  'unknown-function',
  'unknown-variable',
  'unknown-parameter',
  'unaliased-column',
]);

/** The fixes that the rules themselves know. */
export function* ruleFixes({ touched }: ActionContext): Generator<CodeAction> {
  for (const diagnostic of touched) {
    const preferred = preferredFix(diagnostic);
    for (const fix of diagnostic.fixes) {
      yield { ...fix, kind: 'quickfix', diagnostic, ...(fix === preferred && { isPreferred: true }) };
    }
  }
}

/** The fix that most likely is what is wanted. */
export function preferredFix({ code, fixes }: Diagnostic): Diagnostic['fixes'][number] | undefined {
  return fixes.length === 1 && sure.has(code) ? fixes[0] : undefined;
}
