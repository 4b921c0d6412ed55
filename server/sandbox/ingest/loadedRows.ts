import type { XdmProperty } from '../../platform/xdm';
import type { RecordError } from './ingestedBatch';

export interface RowsOptions {
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Of the data set. */
  readonly properties: Readonly<Record<string, XdmProperty>>;
  readonly signal: AbortSignal;
}

/** Rows that were read from files. */
export interface LoadedRows {
  /** Gives the rows that can be taken, in columns of the data set. */
  readonly query: string;
  readonly read: number;
  readonly wrong: number;
  /** What is wrong with them, of the first ones at least. */
  readonly errors: readonly RecordError[];
  readonly close: () => Promise<void>;
}
