import { DiagnosticSeverity, type Diagnostic as ProtoDiagnostic, type Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../base/lineIndex';
import type { Diagnostic, RelatedPlace } from '../../features/diagnostics/diagnostic';
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
      relatedInformation: diagnostic.related.map((place) => ({
        location: locationOf(document, place),
        message: place.message,
      })),
    }),
  };
}

function locationOf(document: TextDocument, { range, file }: RelatedPlace): Location {
  if (!file) return { uri: document.uri, range: protoRange(document, range) };
  const lines = new LineIndex(file.text);
  return { uri: file.uri, range: { start: lines.position(range.start), end: lines.position(range.end) } };
}
