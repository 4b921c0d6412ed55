import type { Connection } from './connection';

/**
 * What a column holds, in the dialect's type names (`bigint`, `decimal(18,2)`, `struct<a:string>`), as far as
 * the server told; `align` says how a grid shows it.
 */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
  readonly align: 'left' | 'right';
  /** The cells are JSON text of a struct, array or map. */
  readonly nested: boolean;
}

/** A cell as exact text; `null` is the SQL null, which is not the empty text. */
export type Cell = string | null;
export type Row = readonly Cell[];

/** A problem that the server reported. `offset` is a UTF-16 offset into the SQL that was sent. */
export interface QueryProblem {
  readonly sqlState?: string;
  readonly message: string;
  readonly hint?: string;
  readonly offset?: number;
}

export interface RunParams {
  readonly runId: string;
  readonly connection: Connection;
  /** Sent as written, never wrapped or limited. */
  readonly sql: string;
  /** Rows to fetch for the preview; the rest stays behind the cursor until it is asked for. */
  readonly previewRows: number;
}

/** Where a run stands; `runChanged` carries every change, in order. */
export type RunState =
  | { readonly status: 'running'; readonly runId: string }
  | {
      readonly status: 'done';
      readonly runId: string;
      /** Absent for a statement that returns no rows. */
      readonly columns?: readonly ResultColumn[];
      /** Rows fetched so far into the result store. */
      readonly fetched: number;
      /** The cursor is at its end: `fetched` is the whole result. */
      readonly complete: boolean;
      /**
       * The cursor was closed before its end, to free its session for another query or because the connection was
       * lost: the rows past `fetched` can only be had by running again.
       */
      readonly restGivenUp?: true;
      /** For instance `SELECT 20` or `CREATE TABLE`. */
      readonly commandTag: string;
      readonly notices: readonly string[];
      readonly milliseconds: number;
    }
  | {
      readonly status: 'failed';
      readonly runId: string;
      readonly problem: QueryProblem;
      readonly milliseconds: number;
    }
  | {
      readonly status: 'cancelled';
      readonly runId: string;
      /** The server confirmed that the query stopped; otherwise it may go on there. */
      readonly confirmed: boolean;
      readonly milliseconds: number;
    };

export interface PageParams {
  readonly runId: string;
  readonly start: number;
  readonly count: number;
}

/** Rows `start` up to `start + rows.length` of the result; asking past what is fetched moves the cursor on. */
export interface PageResult {
  readonly start: number;
  readonly rows: readonly Row[];
  readonly fetched: number;
  readonly complete: boolean;
  /** No rows will come past `fetched`, though `complete` is false; as in `RunState`. */
  readonly restGivenUp?: true;
}

export type ExportFormat = 'csv' | 'parquet' | 'json' | 'ndjson' | 'arrow';

export interface ExportParams {
  readonly exportId: string;
  readonly file: string;
  readonly format: ExportFormat;
  /** A run whose cursor is still open goes on to its end; a query is run for the export alone. */
  readonly source:
    | { readonly kind: 'run'; readonly runId: string }
    | { readonly kind: 'query'; readonly connection: Connection; readonly sql: string };
}

export interface ExportProgress {
  readonly exportId: string;
  readonly rows: number;
}

export interface ExportResult {
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface TestConnectionResult {
  readonly serverVersion: string;
  readonly milliseconds: number;
}

export interface CatalogParams {
  readonly connection: Connection;
  /** Only these tables, when given. */
  readonly tables?: readonly string[];
}

/** The text of a catalog snapshot (`.feature-sql/catalog.json`) and what could not be read. */
export interface CatalogResult {
  readonly snapshot: string;
  readonly warnings: readonly string[];
}

/**
 * Requests to the engine process over JSON-RPC: method name, parameters, result. A cancelled request fails with
 * the JSON-RPC code `RequestCancelled`; a query problem travels as `data` (a `QueryProblem`) of the error.
 */
export interface EngineRequests {
  'engine/testConnection': { readonly params: Connection; readonly result: TestConnectionResult };
  /** Answers with the last state; changes before that arrive as `engine/runChanged`. */
  'engine/run': { readonly params: RunParams; readonly result: RunState };
  'engine/cancel': { readonly params: { readonly runId: string }; readonly result: null };
  'engine/page': { readonly params: PageParams; readonly result: PageResult };
  'engine/closeRun': { readonly params: { readonly runId: string }; readonly result: null };
  'engine/export': { readonly params: ExportParams; readonly result: ExportResult };
  'engine/catalog': { readonly params: CatalogParams; readonly result: CatalogResult };
}

export interface EngineNotifications {
  'engine/runChanged': RunState;
  'engine/exportProgress': ExportProgress;
}
