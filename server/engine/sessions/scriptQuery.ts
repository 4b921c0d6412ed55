import type { Connection as WireConnection, Submittable } from 'pg';
import type {
  CommandCompleteMessage,
  DataRowMessage,
  RowDescriptionMessage,
} from 'pg-protocol/dist/messages';
import type { Row } from '../../protocol/engine';
import type { WireField } from '../values/resultType';
import { refuseCopy } from './rowCursor';

/** Takes the results of a script in order; each call ends before the next one. */
export interface ScriptSink {
  /** A statement gives rows; they take the place of those of the statement before it. */
  begin(fields: readonly WireField[]): Promise<void>;
  rows(rows: readonly Row[]): Promise<void>;
}

const rowsABatch = 2048;

/**
 * A text of several statements, or of a kind that can only be sent whole, by the simple protocol. The server sends
 * all rows of all statements; when the sink is slower, the socket waits.
 */
export class ScriptQuery implements Submittable {
  /** The command tags of the statements, when all are done and the sink has taken all rows. */
  readonly finished: Promise<readonly string[]>;
  private settle!: {
    readonly resolve: (tags: readonly string[]) => void;
    readonly reject: (error: unknown) => void;
  };
  private readonly tags: string[] = [];
  private batch: Row[] = [];
  private work: Promise<void> = Promise.resolve();
  private waiting = 0;
  private connection: WireConnection | undefined;

  constructor(
    private readonly sql: string,
    private readonly sink: ScriptSink,
  ) {
    this.finished = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  readonly submit = (connection: WireConnection): void => {
    this.connection = connection;
    connection.query(this.sql);
  };

  handleRowDescription(message: RowDescriptionMessage): void {
    this.enqueue(() => this.sink.begin(message.fields));
  }

  handleDataRow(message: DataRowMessage): void {
    this.batch.push(message.fields as Row);
    if (this.batch.length >= rowsABatch) this.passRows();
  }

  handleCommandComplete(message: CommandCompleteMessage): void {
    this.passRows();
    this.tags.push(message.text);
  }

  handleEmptyQuery(): void {}

  handleCopyInResponse(connection: WireConnection): void {
    refuseCopy(connection);
  }

  handleCopyData(): void {}

  handleReadyForQuery(): void {
    this.work.then(() => this.settle.resolve(this.tags), this.settle.reject);
  }

  handleError(error: unknown): void {
    this.work.then(() => this.settle.reject(error), this.settle.reject);
  }

  private passRows(): void {
    const rows = this.batch;
    this.batch = [];
    if (rows.length > 0) this.enqueue(() => this.sink.rows(rows));
  }

  private enqueue(task: () => Promise<void>): void {
    this.waiting += 1;
    this.connection?.stream.pause();
    this.work = this.work.then(task).then(() => {
      this.waiting -= 1;
      if (this.waiting === 0) this.connection?.stream.resume();
    });
    // Whoever waits for the end hears of a failure; the rest of the rows must not wait for it.
    this.work.catch(() => this.connection?.stream.resume());
  }
}
