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

export interface LanguageRequests {
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
