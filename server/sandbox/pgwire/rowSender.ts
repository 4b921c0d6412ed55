import type { OpenStatement } from '../session/openStatement';
import { copyData, dataRows } from './backendMessages';
import type { Channel } from './channel';
import { copyLine } from './copyText';
import type { ColumnCodec } from './values/columnCodec';

/** How far `sendRows` came. */
export interface SentRows {
  readonly rows: number;
  readonly atEnd: boolean;
}

/** Rows that were fetched, ready to be sent; `next` is the first one that was not. */
interface Chunk {
  readonly cells: readonly (Buffer | string | undefined)[][];
  readonly rows: number;
  next: number;
}

/** The rows of a statement on their way to the client; a portal fetches them in portions. */
export class RowSender {
  readonly #statement: OpenStatement;
  readonly #codecs: readonly ColumnCodec[];
  #chunk: Chunk | undefined;

  constructor(statement: OpenStatement, codecs: readonly ColumnCodec[]) {
    this.#statement = statement;
    this.#codecs = codecs;
  }

  /** Sends rows until there are none left, or `limit` of them; 0 is no limit. */
  async sendRows(channel: Channel, limit: number, signal: AbortSignal): Promise<SentRows> {
    const most = limit > 0 ? limit : Number.POSITIVE_INFINITY;
    let rows = 0;
    for (let chunk = await this.#current(signal); chunk; chunk = await this.#current(signal)) {
      const count = Math.min(chunk.rows - chunk.next, most - rows);
      await channel.send(this.#rows(chunk, count));
      chunk.next += count;
      rows += count;
      if (rows === most) return { rows, atEnd: false };
    }
    return { rows, atEnd: true };
  }

  /** The next rows of a chunk, as rows or as lines of a copy. */
  #rows(chunk: Chunk, count: number): Buffer {
    const first = chunk.next;
    if (!this.#statement.copiesOut) {
      return dataRows(count, chunk.cells.length, (row, column) => chunk.cells[column]?.[first + row]);
    }
    const lines = Array.from({ length: count }, (_, row) =>
      copyLine(chunk.cells.map((column) => column[first + row])),
    );
    return Buffer.concat(lines.map(copyData));
  }

  /** The chunk that the next row is in, fetched when need be; `undefined` at the end. */
  async #current(signal: AbortSignal): Promise<Chunk | undefined> {
    if (this.#chunk && this.#chunk.next < this.#chunk.rows) return this.#chunk;
    const fetched = await this.#statement.fetch(signal);
    if (!fetched) return undefined;
    const cells = this.#codecs.map(({ encode }, column) =>
      fetched.getColumnValues(column).map((value) => (value === null ? undefined : encode(value))),
    );
    this.#chunk = { cells, rows: fetched.rowCount, next: 0 };
    return this.#chunk;
  }
}
