import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  WatchKind,
  type Connection,
  type InitializeParams,
  type Location,
} from 'vscode-languageserver';
import { z } from 'zod';
import { defaultOptions } from '../features/diagnostics/options';
import { noInlayHints } from '../features/inlayHints';
import { defaultFormatOptions } from '../features/formatting/options';
import { serverCapabilities } from './capabilities';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../analysis/workspace/workspace';
import { emptyCatalog, type Catalog } from '../catalog/catalog';
import { CatalogCache, catalogCacheFolder } from './catalog/catalogCache';
import { Catalogs } from './catalog/catalogs';
import type { CatalogProblem } from './catalog/packedSnapshot';
import { clientAbilities } from './clientAbilities';
import { placeInCatalog } from './catalog/placeInCatalog';
import type { CatalogTarget, OpenFile, ServerContext } from './context';
import { DiagnosticsPush } from './diagnosticsPush';
import { Dispatch, type Log } from './dispatch';
import { Documents } from './documents';
import { handlers } from './handlers';
import { diagnosticOptions, formatOptions, inlayHintOptions, namedCatalogFile } from './settings';
import { fileUri, Workspaces } from './workspace/workspaces';

/** Puts the server together when the client has said what it can do. */
export function startServer(connection: Connection): void {
  let isInitialized = false;
  // What no handler takes: before the session has begun, none is there.
  connection.onRequest((method) =>
    isInitialized
      ? new ResponseError(ErrorCodes.MethodNotFound, `There is no request ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize`),
  );
  connection.onInitialize((params) => {
    isInitialized = true;
    const server = new Server(connection, params);
    return { capabilities: serverCapabilities(server.client), serverInfo: { name: 'feature-sql' } };
  });
  connection.listen();
}

const liveCatalog = z.object({ snapshot: z.string().nullable() });

/** One session with a client: owns the documents, the catalogs and what is published. */
class Server implements ServerContext {
  readonly client;
  proposals: ServerContext['proposals'] = [];
  private readonly log: Log;
  private readonly documents: Documents;
  private readonly catalogs: Catalogs;
  readonly workspaces: Workspaces;
  /** Open documents that changed since the workspaces were told. */
  private readonly changed = new Set<string>();
  private readonly push: DiagnosticsPush;
  private diagnosticOptions = defaultOptions;
  private formatSettings = defaultFormatOptions;
  private inlayHintSettings = noInlayHints;

  constructor(
    readonly connection: Connection,
    params: InitializeParams,
  ) {
    this.client = clientAbilities(params.capabilities);
    this.log = connection.console;
    this.push = new DiagnosticsPush(this, this.log);
    const events = {
      changed: () => this.refresh(),
      fileChecked: (path: string, problem: CatalogProblem | undefined) =>
        this.push.catalogFile(path, problem),
    };
    const cache = new CatalogCache(catalogCacheFolder(process.env), (message) => this.log.warn(message));
    this.catalogs = new Catalogs(events, cache, this.client.watchesFiles);
    this.workspaces = new Workspaces(() => this.refresh());
    this.documents = new Documents(
      connection,
      (uri) => this.documentChanged(uri),
      (uri) => this.documentClosed(uri),
    );
    const dispatch = new Dispatch(this.log);
    for (const register of handlers) register(this, dispatch);
    this.listen(foldersOf(params), params.initializationOptions);
  }

  async open(uri: string): Promise<OpenFile | undefined> {
    const catalog = await this.catalogs.catalogFor(uri);
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const workspace = this.workspaceFor(uri, catalog ?? emptyCatalog);
    const file = workspace.file(fileUri(uri)) ?? workspace.analyze(uri, this.documents.tree(document));
    return { document, uri: fileUri(uri), file, workspace, catalogPending: catalog === undefined };
  }

  async workspace(folderUri: string): Promise<Workspace> {
    const catalog = await this.catalogs.catalogFor(folderUri);
    return this.workspaceFor(folderUri, catalog ?? emptyCatalog);
  }

  async placeInCatalog(uri: string, { dataset, path }: CatalogTarget): Promise<Location | undefined> {
    const file = this.catalogs.fileFor(uri);
    return file === undefined ? undefined : placeInCatalog(file, dataset.table, path);
  }

  document(uri: string): TextDocument | undefined {
    return this.documents.get(this.workspaces.clientUri(uri));
  }

  options() {
    return this.diagnosticOptions;
  }

  formatOptions() {
    return this.formatSettings;
  }

  inlayHintOptions() {
    return this.inlayHintSettings;
  }

  private workspaceFor(uri: string, catalog: Catalog): Workspace {
    for (const each of this.changed) {
      const document = this.documents.get(each);
      if (document) this.workspaces.show(each, () => this.documents.tree(document));
    }
    this.changed.clear();
    return this.workspaces.workspaceFor(uri, catalog);
  }

  /** What other documents say of the one that changed may be other now, too. */
  private documentChanged(uri: string): void {
    this.changed.add(uri);
    for (const each of this.documents.uris()) this.push.schedule(each);
  }

  private documentClosed(uri: string): void {
    this.changed.delete(uri);
    this.push.forget(uri);
    void this.workspaces.close(uri);
  }

  private listen(folders: readonly string[], initializationOptions: unknown): void {
    const { connection, catalogs } = this;
    let current = folders;
    connection.onInitialized(() => {
      catalogs.start(current, namedCatalogFile(initializationOptions, current));
      this.workspaces.setFolders(current);
      void this.registerWatcher();
      void this.readSettings();
    });
    connection.onDidChangeConfiguration(({ settings }) => void this.readSettings(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        catalogs.fileChanged(uri);
        void this.workspaces.changedOnDisk(uri, howChanged[type]);
      }
    });
    connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: FoldersChange) => {
      const removed = new Set(event.removed.map(({ uri }) => uri));
      current = [...current.filter((uri) => !removed.has(uri)), ...event.added.map(({ uri }) => uri)];
      catalogs.setFolders(current);
      this.workspaces.setFolders(current);
    });
    connection.onNotification('featureSql/catalog', (params: unknown) => void this.takeLiveCatalog(params));
    connection.onShutdown(() => {
      catalogs.dispose();
      this.workspaces.dispose();
    });
  }

  private async takeLiveCatalog(params: unknown): Promise<void> {
    const read = liveCatalog.safeParse(params);
    const problem = read.success
      ? await this.catalogs.setLive(read.data.snapshot ?? undefined)
      : `its field ${read.error.issues[0]?.path.join('.') ?? ''} is not as it should be`;
    if (problem !== undefined) this.log.error(`featureSql/catalog was not taken: ${problem}`);
  }

  private async registerWatcher(): Promise<void> {
    if (!this.client.watchesFiles) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...['**/.feature-sql/catalog.json', '**/*.fsql', '**/*.feature.sql'].map((globPattern) => ({
          globPattern,
        })),
        // Of a folder that comes or goes, the files in it are not told.
        { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  }

  private async readSettings(pushed?: unknown): Promise<void> {
    const section: unknown = this.client.hasConfiguration
      ? await this.connection.workspace.getConfiguration('featureSql')
      : z.object({ featureSql: z.unknown() }).safeParse(pushed).data?.featureSql;
    this.diagnosticOptions = diagnosticOptions(section);
    this.formatSettings = formatOptions(section);
    this.inlayHintSettings = inlayHintOptions(section);
    this.refresh();
  }

  private refresh(): void {
    for (const uri of this.documents.uris()) this.push.schedule(uri);
    if (this.client.pullsDiagnostics && this.client.refreshesDiagnostics) {
      this.connection.languages.diagnostics.refresh();
    }
    if (this.client.refreshesInlayHints) void this.connection.languages.inlayHint.refresh();
  }
}

const howChanged = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

interface FoldersChange {
  readonly event: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}

function foldersOf({ workspaceFolders, ...params }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  const root: unknown = 'rootUri' in params ? params.rootUri : undefined;
  return typeof root === 'string' ? [root] : [];
}
