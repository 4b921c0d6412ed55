import type { QueryProblem, ResultColumn, Row } from '../../server/protocol/engine';

export type { Cell, ResultColumn, Row } from '../../server/protocol/engine';

/** One result as the page shows it. Numbers that a person reads are already words; the page only lays them out. */
export interface ResultTab {
  readonly runId: string;
  readonly title: string;
  readonly sql: string;
  readonly connection: string;
  readonly pinned: boolean;
  readonly state: TabState;
}

export type TabState =
  | { readonly status: 'running'; readonly elapsed: string }
  | {
      readonly status: 'done';
      /** Absent for a statement that returns no rows. */
      readonly columns?: readonly ResultColumn[];
      /** Rows that can be asked for without moving the cursor on. */
      readonly fetched: number;
      /** Asking past `fetched` brings more. */
      readonly hasMore: boolean;
      /** `1,000 rows`, or `First 1,000 rows` while the cursor has more. */
      readonly rowCount: string;
      readonly time: string;
      readonly commandTag: string;
      readonly notices: readonly string[];
      /** The engine that held the rows has ended. */
      readonly rowsLost: boolean;
    }
  | {
      readonly status: 'failed';
      readonly problem: QueryProblem;
      /** One-based, for people; absent when the server told no place or the text has changed since. */
      readonly place?: { readonly line: number; readonly column: number };
      readonly time: string;
    }
  | { readonly status: 'cancelled'; readonly message: string; readonly time: string };

/** From the extension to the page. */
export type PageUpdate =
  | { readonly kind: 'tabs'; readonly tabs: readonly ResultTab[]; readonly active: string | undefined }
  | { readonly kind: 'elapsed'; readonly runId: string; readonly text: string }
  | {
      readonly kind: 'rows';
      readonly requestId: number;
      readonly start: number;
      readonly rows: readonly Row[];
    }
  | { readonly kind: 'rowsFailed'; readonly requestId: number; readonly message: string };

/** From the page to the extension: what the person wants. */
export type PageIntent =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'fetchRows';
      readonly requestId: number;
      readonly runId: string;
      readonly start: number;
      readonly count: number;
    }
  | { readonly kind: 'activate'; readonly runId: string }
  | { readonly kind: 'close'; readonly runId: string }
  | { readonly kind: 'pin'; readonly runId: string; readonly pinned: boolean }
  | { readonly kind: 'rerun'; readonly runId: string }
  | { readonly kind: 'cancel'; readonly runId: string }
  | { readonly kind: 'export'; readonly runId: string }
  | { readonly kind: 'showPlace'; readonly runId: string }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'showLog' };
