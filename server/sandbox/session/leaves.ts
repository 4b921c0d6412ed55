import { DuckDBStructType, type DuckDBType } from '@duckdb/node-api';

/** A column without structs in it, or a field of one. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: DuckDBType;
}

export function leavesOf({
  name,
  type,
}: {
  readonly name: string;
  readonly type: DuckDBType;
}): readonly Leaf[] {
  if (!(type instanceof DuckDBStructType)) return [{ path: [name], type }];
  return type.entryNames.flatMap((field, index) =>
    leavesOf({ name: field, type: type.entryTypes[index] as DuckDBType }).map((leaf) => ({
      path: [name, ...leaf.path],
      type: leaf.type,
    })),
  );
}
