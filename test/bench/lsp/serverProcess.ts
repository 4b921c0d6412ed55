import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver';

export interface ServerCommand {
  readonly program: string;
  readonly arguments: readonly string[];
  /** The workspace folder. */
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly languageId: string;
}

/** A language server that runs as a process of its own and is spoken to over its standard streams. */
export interface ServerProcess {
  /** Milliseconds since the process was asked for. */
  readonly age: () => number;
  readonly open: (uri: string, text: string) => Promise<void>;
  /** Puts a text in the place of a range; gives the milliseconds until the proposals at the end of it are there. */
  readonly typeAndComplete: (uri: string, edit: Edit) => Promise<Proposed>;
  readonly type: (uri: string, edit: Edit) => Promise<void>;
  /** The same, until the server has taken it in. */
  readonly typeAndRest: (uri: string, edit: Edit) => Promise<void>;
  /** The milliseconds from a keystroke to the diagnostics of the document. */
  readonly typeAndDiagnose: (uri: string, edit: Edit) => Promise<number>;
  readonly request: <R>(method: string, params: unknown) => Promise<R>;
  /** Megabytes in memory, and the most there were; `undefined` where the system does not tell. */
  readonly memory: () => Promise<{ readonly now: number; readonly most: number } | undefined>;
  readonly stop: () => Promise<void>;
}

export interface Edit {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Proposed {
  readonly milliseconds: number;
  readonly labels: readonly string[];
}

/** As VS Code has them, where it matters for what is measured. */
const capabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat'] },
    },
    diagnostic: {},
  },
  workspace: { configuration: true },
};

export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(command.program, command.arguments, {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(command.folder).href;
  const workspaceFolders = [{ uri: rootUri, name: 'bench' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders,
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  let version = 1;
  const type = (uri: string, { line, from, to, text }: Edit) => {
    const range = { start: { line, character: from }, end: { line, character: to } };
    const textDocument = { uri, version: ++version };
    return connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text }],
    });
  };
  return {
    age: () => performance.now() - started,
    open: (uri, text) => {
      const textDocument = { uri, languageId: command.languageId, version, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    type,
    typeAndRest: async (uri, edit) => {
      await type(uri, edit);
      const position: Position = { line: edit.line, character: edit.from };
      await connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    },
    typeAndComplete: async (uri, edit) => {
      const asked = performance.now();
      await type(uri, edit);
      const position: Position = { line: edit.line, character: edit.from + edit.text.length };
      const answer = await connection.sendRequest<CompletionList | CompletionItem[] | null>(
        'textDocument/completion',
        { textDocument: { uri }, position },
      );
      const milliseconds = performance.now() - asked;
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      return { milliseconds, labels: items.map(({ label }) => label) };
    },
    typeAndDiagnose: async (uri, edit) => {
      const asked = performance.now();
      await type(uri, edit);
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      return performance.now() - asked;
    },
    request: (method, params) => connection.sendRequest(method, params),
    memory: async () => {
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
      const figure = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1000;
      return status === '' ? undefined : { now: figure('VmRSS'), most: figure('VmHWM') };
    },
    stop: async () => {
      const ended = once(child, 'exit');
      connection.dispose();
      child.kill();
      await ended;
    },
  };
}
