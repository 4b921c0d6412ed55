import type { PageIntent, PageUpdate, Row } from '../../client/results/messages';

/** What the page remembers while it is hidden. */
export interface PageMemory {
  readonly places: Readonly<Record<string, GridPlace>>;
}

/** Where the grid of a result was scrolled to. */
export interface GridPlace {
  readonly top: number;
  readonly left: number;
  readonly widths: readonly number[];
}

interface EditorApi {
  postMessage(message: PageIntent): void;
  getState(): PageMemory | undefined;
  setState(state: PageMemory): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The extension on the other side of the webview. */
export class Host {
  private readonly api = acquireVsCodeApi();
  private readonly waiting = new Map<
    number,
    { resolve(rows: readonly Row[]): void; reject(error: Error): void }
  >();
  private lastRequest = 0;

  /** `onUpdate` gets what is not the answer to a request of the page. */
  constructor(onUpdate: (update: PageUpdate & { kind: 'tabs' | 'elapsed' }) => void) {
    window.addEventListener('message', (event: MessageEvent<PageUpdate>) => {
      const update = event.data;
      if (update.kind === 'rows') this.take(update.requestId)?.resolve(update.rows);
      else if (update.kind === 'rowsFailed') this.take(update.requestId)?.reject(new Error(update.message));
      else onUpdate(update);
    });
  }

  post(intent: PageIntent): void {
    this.api.postMessage(intent);
  }

  fetchRows(runId: string, start: number, count: number): Promise<readonly Row[]> {
    this.lastRequest += 1;
    const requestId = this.lastRequest;
    return new Promise((resolve, reject) => {
      this.waiting.set(requestId, { resolve, reject });
      this.post({ kind: 'fetchRows', requestId, runId, start, count });
    });
  }

  get memory(): PageMemory {
    return this.api.getState() ?? { places: {} };
  }

  remember(memory: PageMemory): void {
    this.api.setState(memory);
  }

  private take(requestId: number): ReturnType<typeof this.waiting.get> {
    const waiting = this.waiting.get(requestId);
    this.waiting.delete(requestId);
    return waiting;
  }
}
