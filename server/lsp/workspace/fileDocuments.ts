import { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenFile, ServerContext } from '../context';

/** A file of the workspace as the client knows it: its uri, and the text that offsets count in. */
export interface ClientFile {
  readonly uri: string;
  readonly document: TextDocument;
  /** `undefined` for a file that is not open. */
  readonly version: number | undefined;
}

/** Turns names of workspace files into what can be said of them to the client. */
export function clientFile(context: ServerContext, at: OpenFile, uri: string): ClientFile {
  const open = uri === at.uri ? at.document : context.document(uri);
  const clientUri = open?.uri ?? context.workspaces.clientUri(uri);
  const text = () => at.workspace.files.get(uri)?.text ?? '';
  const document = open ?? TextDocument.create(clientUri, 'feature-sql', 0, text());
  return { uri: clientUri, document, version: open?.version };
}
