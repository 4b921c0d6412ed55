import { DiagnosticSeverity, type Diagnostic as ProtoDiagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../../features/diagnostics/diagnostic';
import { protoRange } from './range';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export function protoDiagnostic(document: TextDocument, diagnostic: Diagnostic): ProtoDiagnostic {
  return {
    range: protoRange(document, diagnostic.range),
    severity: severities[diagnostic.severity],
    source: 'feature-sql',
    code: diagnostic.code,
    message: diagnostic.message,
    ...(diagnostic.related.length > 0 && {
      relatedInformation: diagnostic.related.map(({ range, message }) => ({
        location: { uri: document.uri, range: protoRange(document, range) },
        message,
      })),
    }),
  };
}
