import {
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics } from '../../features/diagnostics/diagnostics';
import { protoDiagnostic } from '../toProto/diagnostic';
import type { Register } from './handler';

const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export const diagnosticHandler: Register = (context, dispatch) => {
  const handle = async ({ textDocument }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
    const opened = await context.open(textDocument.uri);
    if (!opened) return none;
    const found = diagnostics(opened.file, context.options());
    return { ...none, items: found.map((each) => protoDiagnostic(opened.document, each)) };
  };
  context.connection.languages.diagnostics.on(dispatch.guard('textDocument/diagnostic', none, handle));
};
