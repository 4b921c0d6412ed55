import type { OpenStatement } from '../session/openStatement';
import { copyOutResponse, noData, rowDescription } from './backendMessages';
import { RowSender } from './rowSender';
import { columnCodec, type CodecOptions, type ColumnCodec } from './values/columnCodec';

/** A statement that runs for a client, with the form in which its columns are sent. */
export class Portal {
  readonly statement: OpenStatement;
  readonly sender: RowSender;
  readonly #codecs: readonly ColumnCodec[];
  /** Rows sent over all executions. */
  rows = 0n;
  atEnd = false;

  /**
   * `formats` is as the client gave it: none for text, one for all columns, or one for each. The lines of a copy are
   * always text.
   */
  constructor(statement: OpenStatement, formats: readonly number[], options: CodecOptions) {
    this.statement = statement;
    const asked = statement.copiesOut ? [] : formats;
    this.#codecs = (statement.columns ?? []).map(({ name, type }, index) =>
      columnCodec(name, type, asked.length === 1 ? (asked[0] as number) : (asked[index] ?? 0), options),
    );
    this.sender = new RowSender(statement, this.#codecs);
  }

  get givesRows(): boolean {
    return this.statement.columns !== undefined;
  }

  /** What Describe answers for it. */
  description(): Buffer {
    if (!this.givesRows || this.statement.copiesOut) return noData;
    return rowDescription(this.#codecs.map(({ field }) => field));
  }

  /** What stands before the rows of a simple query; absent when there are none. */
  header(): Buffer | undefined {
    if (this.statement.copiesOut) return copyOutResponse(this.#codecs.length);
    return this.givesRows ? this.description() : undefined;
  }
}
