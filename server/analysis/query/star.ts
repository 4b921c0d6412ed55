import type { Column, Rows, Source } from '../model';

/** What `*` stands for: the columns that USING made one, then those of each source in order. */
export function columnsOfStar(rows: Rows): readonly Column[] {
  const merged = new Set(rows.merged.map((column) => column.name.toLowerCase()));
  const others = rows.sources.flatMap((source) =>
    columnsOf(source).filter((column) => !merged.has(column.name.toLowerCase())),
  );
  return [...rows.merged, ...others];
}

/** The columns of a source; of the side of an outer join that may be missing, they may be null. */
export function columnsOf(source: Source): readonly Column[] {
  if (!source.outerJoined) return source.schema.columns;
  return source.schema.columns.map((column) => (column.nullable ? column : { ...column, nullable: true }));
}
