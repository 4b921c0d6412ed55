import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics/diagnostics';
import type { CatalogProblem } from './catalog/packedSnapshot';
import type { Log } from './dispatch';
import type { ServerContext } from './context';
import { protoDiagnostic } from './toProto/diagnostic';

/** So long after the last keystroke the diagnostics of a document are computed. */
const quietMilliseconds = 60;

/** Publishes diagnostics to clients that do not ask for them, those of notebook cells to all, and the problem of a catalog file to all. */
export class DiagnosticsPush {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly context: ServerContext,
    private readonly log: Log,
  ) {}

  /** The document changed: its diagnostics follow when typing rests. */
  schedule(uri: string): void {
    if (this.isAskedFor(uri)) return;
    clearTimeout(this.waiting.get(uri));
    const timer = setTimeout(() => {
      this.waiting.delete(uri);
      void this.publish(uri);
    }, quietMilliseconds);
    this.waiting.set(uri, timer);
  }

  forget(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    if (!this.isAskedFor(uri)) void send(this.context.connection, uri, []);
  }

  /** One diagnostic at the first fault of a catalog file that cannot be read, none otherwise. */
  catalogFile(path: string, problem: CatalogProblem | undefined): void {
    const start = problem?.place ?? { line: 0, character: 0 };
    const found = {
      range: { start, end: { line: start.line, character: start.character + 1 } },
      severity: DiagnosticSeverity.Error,
      source: 'feature-sql',
      code: 'catalog',
      message: problem?.message ?? '',
    };
    void send(this.context.connection, pathToFileURL(path).toString(), problem === undefined ? [] : [found]);
  }

  /** A client that asks for diagnostics asks for those of documents in tabs, not of the cells of a notebook. */
  private isAskedFor(uri: string): boolean {
    return this.context.client.pullsDiagnostics && !uri.startsWith('vscode-notebook-cell:');
  }

  private async publish(uri: string): Promise<void> {
    try {
      const opened = await this.context.open(uri);
      if (!opened) return;
      const { document, file } = opened;
      const found = diagnostics(file, this.context.options()).map((each) => protoDiagnostic(document, each));
      await this.context.connection.sendDiagnostics({ uri, version: document.version, diagnostics: found });
    } catch (error) {
      this.log.error(`textDocument/publishDiagnostics failed: ${String(error)}`);
    }
  }
}

type Sent = Parameters<Connection['sendDiagnostics']>[0]['diagnostics'];

async function send(connection: Connection, uri: string, diagnostics: Sent): Promise<void> {
  await connection.sendDiagnostics({ uri, diagnostics });
}
