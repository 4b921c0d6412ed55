import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileModel } from '../analysis/analyzeFile';
import type { DiagnosticOptions } from '../features/diagnostics/options';
import type { FormatOptions } from '../features/formatting/options';
import type { Proposal } from '../features/completion/completionItem';

/** An open document with the meaning of its text as it is now. */
export interface OpenFile {
  readonly document: TextDocument;
  readonly file: FileModel;
  /** The catalog is still being read, so that the file was analysed without. */
  readonly catalogPending: boolean;
}

/** What a handler may use. */
export interface ServerContext {
  readonly connection: Connection;
  /** `undefined` for a document that is not open. */
  open(uri: string): Promise<OpenFile | undefined>;
  options(): DiagnosticOptions;
  formatOptions(): FormatOptions;
  /** The proposals of the last completion list, by the index that its items carry. */
  proposals: readonly Proposal[];
  readonly client: ClientAbilities;
}

export interface ClientAbilities {
  readonly snippets: boolean;
  /** The client asks for diagnostics; otherwise they are published. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  readonly hasConfiguration: boolean;
  readonly linksDefinitions: boolean;
}
