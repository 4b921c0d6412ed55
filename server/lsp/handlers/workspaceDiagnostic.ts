import { setImmediate } from 'node:timers/promises';
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../analysis/workspace/workspace';
import { diagnostics } from '../../features/diagnostics/diagnostics';
import type { ServerContext } from '../context';
import { protoDiagnostic } from '../toProto/diagnostic';
import { fileState } from '../workspace/fileState';
import type { Register } from './handler';

/** So long it works before it lets other requests through. */
const sliceMilliseconds = 10;

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** The diagnostics of all files of the workspace, open or not; what is still as the client knows it is only said so. */
export const workspaceDiagnosticHandler: Register = (context, dispatch) => {
  const none: WorkspaceDiagnosticReport = { items: [] };
  context.connection.languages.diagnostics.onWorkspace((params, token, _work, progress) => {
    const handle = dispatch.guard('workspace/diagnostic', none, (asked: WorkspaceDiagnosticParams) =>
      report(context, asked, token, asked.partialResultToken === undefined ? undefined : progress),
    );
    return handle(params, token);
  });
};

async function report(
  context: ServerContext,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  progress: Progress | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  let sliceStart = performance.now();
  await context.workspaces.allRead();
  for (const [folder, files] of context.workspaces.all()) {
    const workspace = await context.workspace(folder);
    for (const uri of workspace.files.keys()) {
      const clientUri = context.workspaces.clientUri(uri);
      items.push(fileReport(context, workspace, uri, clientUri, known.get(clientUri)));
      known.delete(clientUri);
      if (performance.now() - sliceStart < sliceMilliseconds) continue;
      if (progress) {
        progress.report({ items });
        items = [];
      }
      await setImmediate();
      if (token.isCancellationRequested) throw cancelled();
      sliceStart = performance.now();
    }
    files.forget();
  }
  // What the client still knows of is there no more.
  for (const uri of known.keys()) {
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return { items };
}

function fileReport(
  context: ServerContext,
  workspace: Workspace,
  uri: string,
  clientUri: string,
  known: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  const open = context.document(uri);
  const version = open?.version ?? null;
  const resultId = fileState(workspace, uri, context.options());
  if (resultId === known) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri: clientUri, version, resultId };
  }
  const file = workspace.glance(uri);
  const found = file ? diagnostics(file, context.options()) : [];
  const document = TextDocument.create(clientUri, 'feature-sql', 0, file?.tree.text ?? '');
  const items = found.map((each) => protoDiagnostic(document, each));
  return { kind: DocumentDiagnosticReportKind.Full, uri: clientUri, version, resultId, items };
}

function cancelled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}
