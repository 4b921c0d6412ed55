/** Zero-based, UTF-16, as in the language server protocol. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** One statement of a document, as Run Statement and the code lenses see it. */
export interface StatementInfo {
  /** From the first to the last token of the statement, without the semicolon. */
  readonly range: TextRange;
  readonly sql: string;
  /** It gives rows that can be exported. */
  readonly returnsRows: boolean;
}

export interface TextPlace {
  readonly uri: string;
  readonly range: TextRange;
}

/** How a field has a part in a column: by value in the first three ways, by influence in the others. */
export type LineageWay = 'copy' | 'transform' | 'aggregate' | 'filter' | 'join' | 'group' | 'order';

/** A field that a column comes from. */
export interface LineageSource {
  readonly table: string;
  /** From the column of the table down to the field. */
  readonly path: string;
  readonly how: readonly LineageWay[];
  /** The usage labels of the field, be they passed on or not. */
  readonly labels: readonly string[];
  /** The column that reads it, in this or another document; `null` where none does by value. */
  readonly place: TextPlace | null;
}

/** A usage label that a column carries. */
export interface LineageLabel {
  readonly name: string;
  /** `null` for labels of the organization. */
  readonly meaning: string | null;
  /** The policy forbids it in the rows of a query. */
  readonly restricted: boolean;
}

export interface LineageColumn {
  readonly name: string;
  readonly type: string;
  /** The column of the target that an INSERT fills. */
  readonly into: string | null;
  readonly range: TextRange;
  /** Without those that decide which rows there are. */
  readonly sources: readonly LineageSource[];
  readonly labels: readonly LineageLabel[];
  readonly declassified: readonly {
    readonly column: string;
    readonly labels: readonly string[];
    readonly reason: string;
  }[];
  /** All sources are known. */
  readonly complete: boolean;
}

/** A usage label that the policy forbids in the rows of a query, and the columns that carry it. */
export interface RestrictedColumns {
  readonly label: string;
  /** `null` for labels of the organization. */
  readonly meaning: string | null;
  readonly columns: readonly string[];
}

/** Where the columns of a query come from. */
export interface QueryLineage {
  readonly kind:
    | 'query'
    | 'table'
    | 'view'
    | 'insert'
    | 'model'
    | 'audience'
    | 'copy'
    | 'variable'
    | 'prepared'
    | 'cursor';
  /** What it makes or fills. */
  readonly target: string | null;
  readonly range: TextRange;
  readonly columns: readonly LineageColumn[];
  /** The fields that decide which rows there are. */
  readonly rows: readonly LineageSource[];
  readonly complete: boolean;
}

export interface LanguageRequests {
  /** The lineage of the query at a position: the innermost one around it, else the last one before it. */
  'featureSql/lineage': {
    readonly params: { readonly uri: string; readonly position: TextPosition };
    readonly result: QueryLineage | null;
  };
  /**
   * The forbidden labels that the rows of a statement carry. `before` is the text of its document before it, which
   * may make tables that it reads.
   */
  'featureSql/restrictedColumns': {
    readonly params: { readonly uri: string; readonly before: string; readonly sql: string };
    /** `null` when it cannot be told, as while the catalog is read. */
    readonly result: readonly RestrictedColumns[] | null;
  };
  /** The statement at a position: the one around it, else the one that ends just before it. */
  'featureSql/statementAt': {
    readonly params: { readonly uri: string; readonly position: TextPosition };
    readonly result: StatementInfo | null;
  };
  'featureSql/statements': {
    readonly params: { readonly uri: string };
    readonly result: readonly StatementInfo[];
  };
}

export interface LanguageNotifications {
  /** From client to server: a live catalog takes the place of the file; `null` goes back to the file. */
  'featureSql/catalog': { readonly snapshot: string | null };
}

/**
 * The commands that the server's code lenses name and the client registers; arguments: the document's uri as text,
 * and the range of the statement.
 */
export const lensCommands = {
  run: 'featureSql.runStatement',
  export: 'featureSql.exportQueryToFile',
} as const;
