import {
  type DuckDBConnection,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBTypeId,
} from '@duckdb/node-api';
import type { DuckDBType } from '@duckdb/node-api';
import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import { columnTypeOf } from '../store/columnTypes';
import { identifier, quoted } from '../store/sqlText';
import { LoadProblem } from './loadProblem';
import type { LoadedRows, RowsOptions } from './loadedRows';

/** Reads Parquet files whose columns fit the data set; a column that it has not is left out. */
export async function parquetRows(
  connection: DuckDBConnection,
  { files, properties }: RowsOptions,
): Promise<LoadedRows> {
  const parts: string[] = [];
  let read = 0;
  for (const file of files) {
    const source = `read_parquet(${quoted(file.path)})`;
    const types = await columnsOf(connection, source, file.name);
    const columns = Object.entries(properties).map(([name, property]) => {
      const type = types.get(name);
      const value = type
        ? converted(identifier(name), type, property, { path: `/${name}`, depth: 0 })
        : nullOf(property);
      return `${value} AS ${identifier(name)}`;
    });
    parts.push(`SELECT ${columns.join(', ')} FROM ${source}`);
    const found = await connection.runAndReadAll(`SELECT count(*) FROM ${source}`);
    read += Number(found.getRows()[0]?.[0]);
  }
  return { query: parts.join(' UNION ALL '), read, wrong: 0, errors: [], close: () => Promise.resolve() };
}

async function columnsOf(
  connection: DuckDBConnection,
  source: string,
  name: string,
): Promise<ReadonlyMap<string, DuckDBType>> {
  try {
    const prepared = await connection.prepare(`SELECT * FROM ${source}`);
    const count = prepared.columnCount;
    const columns = Array.from(
      { length: count },
      (_, index) => [prepared.columnName(index), prepared.columnType(index)] as const,
    );
    prepared.destroySync();
    return new Map(columns);
  } catch {
    throw new LoadProblem([
      { code: 'MalformedParquet', description: `The file ${name} is not valid Parquet`, file: name },
    ]);
  }
}

interface Place {
  /** Of the field, for messages. */
  readonly path: string;
  /** Of lambdas, whose parameters need names of their own. */
  readonly depth: number;
}

/** SQL that makes a value of the data set's type from one of the file's, field by field. */
function converted(value: string, type: DuckDBType, property: XdmProperty, place: Place): string {
  if (type.typeId === DuckDBTypeId.SQLNULL) return nullOf(property);
  if (property.properties) return convertedStruct(value, type, property.properties, place);
  if (property.items) {
    if (!(type instanceof DuckDBListType)) throw mismatch(type, property, place);
    return listOf(value, type.valueType, property.items, place);
  }
  if (typeof property.additionalProperties === 'object') {
    if (!(type instanceof DuckDBMapType)) throw mismatch(type, property, place);
    const values = listOf(`map_values(${value})`, type.valueType, property.additionalProperties, place);
    return `CASE WHEN ${value} IS NOT NULL THEN map(map_keys(${value}), ${values}) END`;
  }
  if (!fits(type.typeId, xdmTypeOf(property))) throw mismatch(type, property, place);
  // A time with a time zone is an instant, which is told in UTC.
  return `CAST(${value} AS ${columnTypeOf(property)})`;
}

function convertedStruct(
  value: string,
  type: DuckDBType,
  properties: Readonly<Record<string, XdmProperty>>,
  place: Place,
): string {
  if (!(type instanceof DuckDBStructType)) throw mismatch(type, { type: 'object' }, place);
  const fields = Object.entries(properties).map(([name, property]) => {
    const index = type.entryNames.indexOf(name);
    const inner = type.entryTypes[index];
    const field = inner
      ? converted(`${value}.${identifier(name)}`, inner, property, {
          ...place,
          path: `${place.path}/${name}`,
        })
      : nullOf(property);
    return `${identifier(name)} := ${field}`;
  });
  return `CASE WHEN ${value} IS NOT NULL THEN struct_pack(${fields.join(', ')}) END`;
}

function listOf(list: string, type: DuckDBType, property: XdmProperty, place: Place): string {
  const item = `item${place.depth}`;
  const inner = converted(item, type, property, { path: `${place.path}[*]`, depth: place.depth + 1 });
  return `list_transform(${list}, lambda ${item}: ${inner})`;
}

function nullOf(property: XdmProperty): string {
  return `CAST(NULL AS ${columnTypeOf(property)})`;
}

const integers = [DuckDBTypeId.TINYINT, DuckDBTypeId.SMALLINT, DuckDBTypeId.INTEGER, DuckDBTypeId.BIGINT];
const fitting: Readonly<Record<string, readonly DuckDBTypeId[]>> = {
  string: [DuckDBTypeId.VARCHAR, DuckDBTypeId.ENUM, DuckDBTypeId.UUID],
  boolean: [DuckDBTypeId.BOOLEAN],
  byte: integers.slice(0, 1),
  // Parquet writers widen small integers.
  short: integers.slice(0, 3),
  int: integers.slice(0, 3),
  long: integers,
  double: [...integers.slice(0, 3), DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL],
  date: [DuckDBTypeId.DATE],
  'date-time': [
    DuckDBTypeId.TIMESTAMP,
    DuckDBTypeId.TIMESTAMP_TZ,
    DuckDBTypeId.TIMESTAMP_MS,
    DuckDBTypeId.TIMESTAMP_NS,
    DuckDBTypeId.TIMESTAMP_S,
    DuckDBTypeId.DATE,
  ],
};

function fits(typeId: DuckDBTypeId, type: string): boolean {
  return fitting[type]?.includes(typeId) ?? false;
}

function mismatch(type: DuckDBType, property: XdmProperty, { path }: Place): LoadProblem {
  const description = `The field ${path} must be of type ${xdmTypeOf(property)}, and the file has ${type.toString()}`;
  return new LoadProblem([{ code: 'TypeCompatibilityException', description }]);
}
