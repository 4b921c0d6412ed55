import type { Connection, Location } from 'vscode-languageserver';
import type { DefinitionTarget } from '../features/definition';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileModel } from '../analysis/analyzeFile';
import type { Workspace } from '../analysis/workspace/workspace';
import type { Workspaces } from './workspace/workspaces';
import type { DiagnosticOptions } from '../features/diagnostics/options';
import type { InlayHintOptions } from '../features/inlayHints';
import type { FormatOptions } from '../features/formatting/options';
import type { Proposal } from '../features/completion/completionItem';
import type { ListAbilities } from './toProto/completionItem';

/** An open document with the meaning of its text as it is now. */
export interface OpenFile {
  readonly document: TextDocument;
  /** The name of the document within its workspace. */
  readonly uri: string;
  readonly file: FileModel;
  /** The files around it, as they are now. */
  readonly workspace: Workspace;
  /** The catalog is still being read, so that the file was analysed without. */
  readonly catalogPending: boolean;
}

export type CatalogTarget = Extract<DefinitionTarget, { kind: 'catalog' }>;

/** What a handler may use. */
export interface ServerContext {
  readonly connection: Connection;
  /** `undefined` for a document that is not open. */
  open(uri: string): Promise<OpenFile | undefined>;
  readonly workspaces: Workspaces;
  /** The files of a folder, as they are now. */
  workspace(folderUri: string): Promise<Workspace>;
  /** The open document of a file of a workspace. */
  document(uri: string): TextDocument | undefined;
  /** Where the catalog of a document says a name; `undefined` when it comes from no file. */
  placeInCatalog(uri: string, target: CatalogTarget): Promise<Location | undefined>;
  options(): DiagnosticOptions;
  formatOptions(): FormatOptions;
  inlayHintOptions(): InlayHintOptions;
  /** The proposals of the last completion list, by the index that its items carry. */
  proposals: readonly Proposal[];
  readonly client: ClientAbilities;
}

export interface ClientAbilities extends ListAbilities {
  /** The client asks for diagnostics; otherwise they are published. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly watchesFiles: boolean;
  readonly hasConfiguration: boolean;
  readonly linksDefinitions: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
}
