import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { parseFixture } from './fixture';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** A workspace folder. */
  readonly folder?: string;
}

/** A client of the real server, which runs as a process of its own and speaks over its standard streams. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server logged. */
  readonly log: readonly string[];
  /** Opens a marked text; gives its uri and the place of its `$0`. */
  readonly open: (source: string, uri?: string) => { readonly uri: string; readonly position: Position };
  readonly request: <R>(method: string, params: unknown) => Promise<R>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  /** The next diagnostics that are published for a document and satisfy a condition. */
  readonly published: (
    uri: string,
    until?: (params: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
}

/** Starts servers for the tests of a file, and ends them after each test. */
export function languageClients(): (options?: ClientOptions) => Promise<TestClient> {
  let folder = '';
  let bundle = '';
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'feature-sql-server-'));
    bundle = join(folder, 'server.cjs');
    await build({
      entryPoints: ['server/lsp/main.ts'],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill();
  });
  afterAll(() => rm(folder, { recursive: true }));
  return async (options = {}) => {
    const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.push(child);
    return connect(child, options);
  };
}

async function connect(child: ChildProcess, options: ClientOptions): Promise<TestClient> {
  if (!child.stdout || !child.stdin) throw new Error('The server has no standard streams');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  const diagnostics = publishedDiagnostics(connection);
  connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
    log.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    workspaceFolders: options.folder ? [{ uri: pathToFileURL(options.folder).href, name: 'test' }] : null,
  });
  await connection.sendNotification('initialized', {});
  const open: TestClient['open'] = (source, uri = 'untitled:Untitled-1') => {
    const { text, cursor = 0 } = parseFixture(source).main;
    void connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'feature-sql', version: 1, text },
    });
    const before = text.slice(0, cursor).split('\n');
    return { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
  };
  return {
    ...{ connection, initialized, log, open, published: diagnostics },
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
  };
}

function publishedDiagnostics(connection: MessageConnection): TestClient['published'] {
  const latest = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params);
    for (const told of waiting) told(params);
  });
  return (uri, until = () => true) =>
    new Promise((resolve) => {
      const told = (params: PublishDiagnosticsParams) => {
        if (params.uri !== uri || !until(params)) return;
        waiting.delete(told);
        resolve(params);
      };
      waiting.add(told);
      const known = latest.get(uri);
      if (known) told(known);
    });
}
