import type { Row } from '../../protocol/engine';
import type { RowCursor } from '../sessions/rowCursor';
import type { StoredResult } from '../store/storedResult';
import type { ResultType } from '../values/resultType';

export interface FetchedColumn {
  readonly name: string;
  readonly type: ResultType;
}

/** Rows that one move of the cursor brings at most, so that memory stays flat. */
export const rowsAMove = 4096;

/** The rows of one statement: those in the store, and those that the server keeps behind an open cursor. */
export class FetchedResult {
  private givenUp = false;

  constructor(
    readonly columns: readonly FetchedColumn[],
    readonly stored: StoredResult,
    private cursor: RowCursor | undefined,
  ) {}

  get fetched(): number {
    return this.stored.rowCount;
  }

  /** Rows are left on the server and can be had. */
  get open(): boolean {
    return this.cursor !== undefined;
  }

  /** The cursor was closed before its end. */
  get restGivenUp(): boolean {
    return this.givenUp;
  }

  get complete(): boolean {
    return !this.open && !this.givenUp;
  }

  /** Moves the cursor on until `count` rows are fetched, or it ends. */
  async readTo(count: number): Promise<void> {
    while (this.cursor && this.fetched < count) {
      const { rows, ended } = await this.cursor
        .read(Math.min(count - this.fetched, rowsAMove))
        .catch((error: unknown) => {
          this.cursor = undefined;
          this.givenUp = true;
          throw error;
        });
      if (ended) this.cursor = undefined;
      await this.stored.append(rows);
    }
  }

  page(start: number, count: number): Promise<readonly Row[]> {
    return this.stored.page(start, count);
  }

  /** Closes the cursor; the rows behind it are gone. */
  async giveUpRest(): Promise<void> {
    const { cursor } = this;
    if (!cursor) return;
    this.cursor = undefined;
    this.givenUp = true;
    await cursor.close();
  }

  async drop(): Promise<void> {
    await this.giveUpRest();
    await this.stored.drop();
  }
}
