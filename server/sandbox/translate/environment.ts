import type { TrainedModel } from '../models/trainedModel';
import type { StatementTypes } from './typeAnalysis';

/** What a translation must know of the world; all of it is read before, so that translating does no input or output. */
export interface Environment extends StatementTypes {
  /** The table or view of a name in its parts, compared without case; `undefined` when there is none. */
  readonly table: (name: readonly string[]) => KnownTable | undefined;
  /** A range of snapshots that starts with one that there is not any more starts with the first one instead. */
  readonly fallsBackToFirstSnapshot: boolean;
  /** The tables have the Platform's own columns, which a star must leave out. */
  readonly hidesSystemColumns: boolean;
  /** Who is logged in. */
  readonly user: string;
  /** Rows that the outermost query may give when it has no LIMIT. */
  readonly rowCap: number | undefined;
  /** The versions of a model by their numbers; empty when there is none of the name. */
  readonly model: (name: string) => ReadonlyMap<number, () => TrainedModel>;
  /** Predictions have the columns of probabilities beside them. */
  readonly showsHiddenFields: boolean;
}

export interface KnownTable {
  /** How DuckDB is to read it. */
  readonly sql: string;
  /** Of a data set, whose earlier states can be read. */
  readonly history?: TableHistory;
}

export interface TableHistory {
  /** The table with the column of snapshots. */
  readonly lakeTable: string;
  /** What is read of it, as the list of a SELECT. */
  readonly columns: string;
  readonly snapshots: readonly bigint[];
  /** A query for the rows of `history_meta`. */
  readonly metaQuery: string;
  /** A query for the rows of `sample_meta`. */
  readonly samplesQuery: string;
  /** How DuckDB is to read the newest sample; absent when there is none. */
  readonly newestSample?: string;
}
