import { DuckDBListType, DuckDBMapType, DuckDBStructType, type DuckDBType } from '@duckdb/node-api';
import { identifier } from '../store/sqlText';
import type { HiddenField } from './hiddenFields';

/**
 * The list of a SELECT that gives columns without the hidden fields; a struct that has none left is left out, and so
 * is a map with a hidden field in it. `undefined` when nothing is left.
 */
export function visibleColumns(
  columns: readonly { readonly name: string; readonly type: DuckDBType }[],
  hidden: readonly HiddenField[],
): string | undefined {
  const paths = hidden.map(({ path }) => path.toLowerCase());
  const visible = columns.flatMap(({ name, type }) => {
    const value = visibleValue(identifier(name), type, { path: `/${name.toLowerCase()}`, paths, depth: 0 });
    return value === undefined ? [] : [`${value} AS ${identifier(name)}`];
  });
  return visible.length === 0 ? undefined : visible.join(', ');
}

interface Place {
  /** In lower case, as `paths`. */
  readonly path: string;
  readonly paths: readonly string[];
  /** Of lambdas, whose parameters need names of their own. */
  readonly depth: number;
}

/** SQL of a value without what is hidden in it; `undefined` when all of it is. */
function visibleValue(value: string, type: DuckDBType, place: Place): string | undefined {
  if (place.paths.includes(place.path)) return undefined;
  if (!place.paths.some((path) => path.startsWith(`${place.path}/`))) return value;
  if (type instanceof DuckDBStructType) return visibleStruct(value, type, place);
  if (type instanceof DuckDBMapType) return undefined;
  if (!(type instanceof DuckDBListType)) return value;
  const item = `visible${place.depth}`;
  const inner = visibleValue(item, type.valueType, { ...place, depth: place.depth + 1 });
  return inner === undefined ? undefined : `list_transform(${value}, lambda ${item}: ${inner})`;
}

function visibleStruct(value: string, type: DuckDBStructType, place: Place): string | undefined {
  const fields = type.entryNames.flatMap((name, index) => {
    const inner = visibleValue(`${value}.${identifier(name)}`, type.entryTypes[index] as DuckDBType, {
      ...place,
      path: `${place.path}/${name.toLowerCase()}`,
    });
    return inner === undefined ? [] : [`${identifier(name)} := ${inner}`];
  });
  if (fields.length === 0) return undefined;
  return `CASE WHEN ${value} IS NOT NULL THEN struct_pack(${fields.join(', ')}) END`;
}
