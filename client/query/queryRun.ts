import type { RunState } from '../../server/protocol/engine';
import type { TextRange } from '../../server/protocol/language';

/** The document that a run came from, and where in it the text stands while it is there as it was sent. */
export interface QueryOrigin {
  readonly uri: string;
  readonly range: TextRange | undefined;
}

/** A statement that was sent, and what became of it. Its rows stay in the engine. */
export interface QueryRun {
  readonly runId: string;
  /** Runs of one press of a button; the next press in the same document takes their place. */
  readonly batch: string;
  readonly title: string;
  readonly sql: string;
  readonly connectionName: string;
  readonly origin: QueryOrigin | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly pinned: boolean;
  /** The engine that held the rows has ended. */
  readonly rowsLost: boolean;
  readonly state: RunState;
}
