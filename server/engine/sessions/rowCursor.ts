import type { Client, Connection as WireConnection } from 'pg';
import Cursor from 'pg-cursor';
import type { CommandCompleteMessage } from 'pg-protocol/dist/messages';
import type { Row } from '../../protocol/engine';
import type { WireField } from '../values/resultType';

/** Rows that a cursor gave. */
export interface CursorRows {
  readonly rows: readonly Row[];
  /** Nothing comes after them. */
  readonly ended: boolean;
}

/**
 * One statement whose rows stay on the server until they are asked for (a portal of the extended protocol).
 * It reads a row ahead, so that the end is known with the last row and not only by asking once more.
 */
export class RowCursor {
  private readonly cursor: Cursor<Row>;
  private ahead: readonly Row[] = [];
  private exhausted = false;
  private tag = '';
  private described: readonly WireField[] = [];

  private constructor(
    private readonly client: Client,
    sql: string,
  ) {
    this.cursor = new UncopiedCursor(sql, [], { rowMode: 'array', types: { getTypeParser: () => String } });
    this.cursor.on('end', () => {
      this.exhausted = true;
    });
    client.connection.on('commandComplete', this.onComplete);
    client.query(this.cursor);
  }

  /** Sends the statement, and ends when it has run far enough to give its first `rows` rows. */
  static async open(client: Client, sql: string, rows: number): Promise<RowCursor> {
    const cursor = new RowCursor(client, sql);
    await cursor.fetch(rows + 1);
    return cursor;
  }

  /** Empty for a statement that gives no rows. */
  get fields(): readonly WireField[] {
    return this.described;
  }

  /** The server has sent all rows: the session is free, though rows may not have been read yet. */
  get sessionIsFree(): boolean {
    return this.exhausted;
  }

  /** For instance `SELECT 20`; empty before the end. */
  get commandTag(): string {
    return this.tag;
  }

  async read(count: number): Promise<CursorRows> {
    await this.fetch(count + 1 - this.ahead.length);
    const rows = this.ahead.slice(0, count);
    this.ahead = this.ahead.slice(count);
    return { rows, ended: this.exhausted && this.ahead.length === 0 };
  }

  /** Gives up the rows that were not read. */
  async close(): Promise<void> {
    this.stopListening();
    const { connection } = this.client;
    if (this.exhausted || connection.stream.destroyed) return;
    // The cursor waits for an answer, which a connection that is cut meanwhile never gives.
    await Promise.race([this.cursor.close(), new Promise((resolve) => connection.once('end', resolve))]);
  }

  private async fetch(count: number): Promise<void> {
    if (count <= 0 || this.exhausted) return;
    try {
      this.ahead = [...this.ahead, ...(await this.receive(count))];
    } catch (error) {
      this.stopListening();
      throw error;
    }
    if (this.exhausted) this.stopListening();
  }

  private receive(count: number): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      this.cursor.read(count, (error, rows, result) => {
        if (error) return reject(error);
        this.described = result.fields;
        resolve(rows);
      });
    });
  }

  private readonly onComplete = (message: CommandCompleteMessage): void => {
    this.tag = message.text;
  };

  private stopListening(): void {
    this.client.connection.off('commandComplete', this.onComplete);
  }
}

/** `pg` hands the messages of COPY to the query, which would have to be a COPY stream. */
class UncopiedCursor extends Cursor<Row> {
  handleCopyInResponse(connection: WireConnection): void {
    refuseCopy(connection);
  }

  handleCopyData(): void {}
}

/** Tells a server that waits for the data of a COPY that none will come. */
export function refuseCopy(connection: WireConnection & { sendCopyFail?: (message: string) => void }): void {
  connection.sendCopyFail?.('This client sends no data for COPY');
}
