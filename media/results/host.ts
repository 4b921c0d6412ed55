import type { PageIntent, PageUpdate, Row } from '../../client/results/messages';

/** What the page remembers while it is hidden. */
export interface PageMemory {
  readonly places: Readonly<Record<string, GridPlace>>;
}

/** What a grid shows: its first row and column in sight, and how wide each column is. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
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

  placeOf(runId: string): GridPlace | undefined {
    return this.api.getState()?.places[runId];
  }

  rememberPlace(runId: string, place: GridPlace): void {
    this.api.setState({ places: { ...this.api.getState()?.places, [runId]: place } });
  }

  /** Only results that are still there are worth remembering. */
  forgetAllBut(runIds: readonly string[]): void {
    const places = Object.entries(this.api.getState()?.places ?? {});
    this.api.setState({ places: Object.fromEntries(places.filter(([runId]) => runIds.includes(runId))) });
  }

  private take(requestId: number): ReturnType<typeof this.waiting.get> {
    const waiting = this.waiting.get(requestId);
    this.waiting.delete(requestId);
    return waiting;
  }
}
