/** SQL for DuckDB that was made from a statement of the dialect. */
export interface TranslatedSql {
  readonly sql: string;
  /** The place in the author's text from which the place `offset` of `sql` comes; both are UTF-16 offsets. */
  readonly sourceOffset: (offset: number) => number;
  /** The places, from 0 on, of the parameters that are numbers, though DuckDB may not tell. */
  readonly numericParameters?: ReadonlySet<number>;
}

/** SQL that means the same in both. */
export function unchanged(sql: string): TranslatedSql {
  return { sql, sourceOffset: (offset) => offset };
}
