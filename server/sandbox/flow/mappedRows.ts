import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmProperty } from '../../platform/xdm';
import type { LoadedRows, RowsOptions } from '../ingest/loadedRows';
import { LoadProblem } from '../ingest/loadProblem';
import { columnTypeOf } from '../store/columnTypes';
import { identifier, quoted } from '../store/sqlText';

/** One field of the data set and the column of the files that it comes from. */
export interface FieldMapping {
  readonly source: string;
  /** With dots: `_acme.propensity`. */
  readonly destination: string;
}

/** Reads delimited files with a header, and puts their columns where the mappings say. */
export async function mappedRows(
  connection: DuckDBConnection,
  options: RowsOptions,
  mappings: readonly FieldMapping[],
): Promise<LoadedRows> {
  const parts: string[] = [];
  let read = 0;
  for (const { name, path } of options.files) {
    const source = `read_csv(${quoted(path)}, header = true, all_varchar = true)`;
    const columns = await columnsOf(connection, source, name);
    const missing = mappings.find((mapping) => !columns.has(mapping.source));
    if (missing) {
      const description = `The file ${name} has no column "${missing.source}"`;
      throw new LoadProblem([{ code: 'MissingColumn', description, file: name }]);
    }
    const rows = await checkedCount(connection, source, name, mappings, options.properties);
    if (rows > 0) parts.push(`SELECT ${projection(mappings, options.properties)} FROM ${source}`);
    read += rows;
  }
  return { query: parts.join(' UNION ALL '), read, wrong: 0, errors: [], close: () => Promise.resolve() };
}

/** Throws a `LoadProblem` for mappings that do not fit the data set. */
export function checkMappings(
  mappings: readonly FieldMapping[],
  properties: RowsOptions['properties'],
): void {
  for (const { destination } of mappings) {
    const property = propertyAt(destination, properties);
    const description = !property
      ? `The data set has no field ${destination}`
      : isNested(property)
        ? `The field ${destination} has fields of its own, and a column cannot be put there`
        : undefined;
    if (description !== undefined) throw new LoadProblem([{ code: 'InvalidMapping', description }]);
  }
}

async function columnsOf(
  connection: DuckDBConnection,
  source: string,
  name: string,
): Promise<ReadonlySet<string>> {
  try {
    const prepared = await connection.prepare(`SELECT * FROM ${source}`);
    const columns = Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnName(index));
    prepared.destroySync();
    return new Set(columns);
  } catch {
    const description = `The file ${name} cannot be read as delimited text`;
    throw new LoadProblem([{ code: 'MalformedFile', description, file: name }]);
  }
}

/** Counts the rows; throws a `LoadProblem` for a value that is not of its field's type. */
async function checkedCount(
  connection: DuckDBConnection,
  source: string,
  file: string,
  mappings: readonly FieldMapping[],
  properties: RowsOptions['properties'],
): Promise<number> {
  const wrong = mappings.map(({ source: column, destination }) => {
    const type = textTypeOf(propertyAt(destination, properties) as XdmProperty);
    return `count(*) FILTER (${identifier(column)} IS NOT NULL AND TRY_CAST(${identifier(column)} AS ${type}) IS NULL)`;
  });
  const counted = await connection.runAndReadAll(`SELECT count(*), ${wrong.join(', ')} FROM ${source}`);
  const [rows, ...counts] = (counted.getRows()[0] ?? []) as bigint[];
  const bad = counts.findIndex((count) => count > 0n);
  const mapping = mappings[bad];
  if (mapping) {
    const description = `The column "${mapping.source}" of ${file} has ${counts[bad]} values that ${mapping.destination} cannot hold`;
    throw new LoadProblem([{ code: 'TypeCompatibilityException', description, file }]);
  }
  return Number(rows ?? 0n);
}

function projection(mappings: readonly FieldMapping[], properties: RowsOptions['properties']): string {
  const sources = new Map(mappings.map(({ source, destination }) => [destination, source]));
  const columns = Object.entries(properties).map(
    ([name, property]) => `${fieldSql(name, property, sources)} AS ${identifier(name)}`,
  );
  return columns.join(', ');
}

function fieldSql(path: string, property: XdmProperty, sources: ReadonlyMap<string, string>): string {
  const source = sources.get(path);
  if (source !== undefined) {
    return `CAST(CAST(${identifier(source)} AS ${textTypeOf(property)}) AS ${columnTypeOf(property)})`;
  }
  const isUsed = [...sources.keys()].some((each) => each.startsWith(`${path}.`));
  if (!property.properties || !isUsed) return `CAST(NULL AS ${columnTypeOf(property)})`;
  const fields = Object.entries(property.properties).map(
    ([name, inner]) => `${identifier(name)} := ${fieldSql(`${path}.${name}`, inner, sources)}`,
  );
  return `struct_pack(${fields.join(', ')})`;
}

/** The type to read a text as: read as it is kept, a time with an offset would lose it. */
function textTypeOf(property: XdmProperty): string {
  const type = columnTypeOf(property);
  return type === 'TIMESTAMP' ? 'TIMESTAMPTZ' : type;
}

function propertyAt(path: string, properties: RowsOptions['properties']): XdmProperty | undefined {
  let fields: RowsOptions['properties'] | undefined = properties;
  let property: XdmProperty | undefined;
  for (const name of path.split('.')) {
    property = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields = property?.properties;
  }
  return property;
}

function isNested(property: XdmProperty): boolean {
  return (
    property.properties !== undefined ||
    property.items !== undefined ||
    typeof property.additionalProperties === 'object'
  );
}
