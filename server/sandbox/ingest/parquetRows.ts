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
import type { RecordError } from './ingestedBatch';
import { LoadProblem } from './loadProblem';
import type { LoadedRows, RowsOptions } from './loadedRows';
import { requiredFields } from './requiredFields';

/** Errors that are told one by one. */
const mostErrors = 1000;

/**
 * Reads Parquet files whose columns fit the data set; a column that it has not is left out. Types go for a whole file,
 * so that a record can only be wrong by a required field that is empty.
 */
export async function parquetRows(
  connection: DuckDBConnection,
  { files, properties, signal }: RowsOptions,
): Promise<LoadedRows> {
  const parts: string[] = [];
  const errors: RecordError[] = [];
  let read = 0;
  let wrong = 0;
  for (const file of files) {
    signal.throwIfAborted();
    const source = `read_parquet(${quoted(file.path)})`;
    const types = await columnsOf(connection, source, file.name);
    const columns = Object.entries(properties).map(([name, property]) => {
      const type = types.get(name);
      const value = type
        ? converted(identifier(name), type, property, { path: `/${name}`, depth: 0 })
        : nullOf(property);
      return `${value} AS ${identifier(name)}`;
    });
    const required = requiredFields(properties);
    checkRequired(required, types, file.name);
    const isGood = required.map((name) => `${identifier(name)} IS NOT NULL`).join(' AND ') || 'true';
    parts.push(`SELECT ${columns.join(', ')} FROM ${source} WHERE ${isGood}`);
    const found = await connection.runAndReadAll(
      `SELECT count(*), count(*) FILTER (NOT (${isGood})) FROM ${source}`,
    );
    const [rows, bad] = found.getRows()[0] as [bigint, bigint];
    read += Number(rows);
    wrong += Number(bad);
    if (bad > 0n)
      errors.push(...(await emptyFields(connection, { source, required, isGood, file: file.name })));
  }
  const query = parts.join(' UNION ALL ');
  return { query, read, wrong, errors: errors.slice(0, mostErrors), close: () => Promise.resolve() };
}

function checkRequired(
  required: readonly string[],
  types: ReadonlyMap<string, DuckDBType>,
  file: string,
): void {
  const missing = required.find((name) => !types.has(name));
  if (missing === undefined) return;
  const description = `The file ${file} has no column for the field /${missing}`;
  throw new LoadProblem([{ code: 'MissingColumn', description, file }]);
}

async function emptyFields(
  connection: DuckDBConnection,
  rows: {
    readonly source: string;
    readonly required: readonly string[];
    readonly isGood: string;
    readonly file: string;
  },
): Promise<readonly RecordError[]> {
  const { source, required, isGood, file } = rows;
  const first = required.map((name) => `WHEN ${identifier(name)} IS NULL THEN ${quoted(name)}`).join(' ');
  const found = await connection.runAndReadAll(
    `SELECT number, CASE ${first} END FROM (SELECT row_number() OVER () AS number, * FROM ${source})
     WHERE NOT (${isGood}) ORDER BY number LIMIT ${mostErrors}`,
  );
  return (found.getRows() as [bigint, string][]).map(([number, name]) => ({
    code: 'TypeCompatibilityException',
    description: `The field /${name} is missing`,
    file,
    record: Number(number),
  }));
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
