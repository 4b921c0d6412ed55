import type { DuckDBConnection } from '@duckdb/node-api';
import { xdmTypeOf } from '../../platform/xdmType';
import { identifier, quoted } from '../store/sqlText';
import { delimitedHeader, type DelimitedHeader } from './delimitedHeader';
import { mappingsByName, projection, propertyAt, textTypeOf, type FieldMapping } from './fieldMappings';
import type { RecordError } from './ingestedBatch';
import type { LoadedRows, RowsOptions } from './loadedRows';
import { LoadProblem } from './loadProblem';
import { requiredFields } from './requiredFields';

/** Errors that are told one by one. */
const mostErrors = 1000;

/**
 * Reads delimited files with a header, such as CSV, and checks each record. Columns go where the mappings say; without
 * mappings, to the fields whose paths they are named by: `_acme.propensity`.
 */
export async function delimitedRows(
  connection: DuckDBConnection,
  options: RowsOptions,
  mappings?: readonly FieldMapping[],
): Promise<LoadedRows> {
  const parts: string[] = [];
  const errors: RecordError[] = [];
  let read = 0;
  let wrong = 0;
  for (const { name, path } of options.files) {
    options.signal.throwIfAborted();
    const header = await delimitedHeader(path);
    if (!header) throw malformed(name, 'Line: 1');
    const { names: columns } = header;
    const source = sourceSql(path, header);
    const used = mappings ?? mappingsByName(columns, options.properties);
    checkColumns(name, columns, used, options.properties);
    const file = { name, source, complaint: complaintSql(used, options.properties), mappings: used };
    const counts = await count(connection, file);
    if (counts.wrong > 0) errors.push(...(await errorsIn(connection, file, options.properties)));
    if (counts.read > counts.wrong) parts.push(takenRows(file, options.properties));
    read += counts.read;
    wrong += counts.wrong;
  }
  const query = parts.join(' UNION ALL ');
  return { query, read, wrong, errors: errors.slice(0, mostErrors), close: () => Promise.resolve() };
}

interface DelimitedFile {
  readonly name: string;
  /** How SQL reads it: all columns are texts. */
  readonly source: string;
  readonly mappings: readonly FieldMapping[];
  /** SQL that gives the number of the mapping that a record is wrong at, and null for a good record. */
  readonly complaint: string;
}

/** All columns are texts, and nothing is guessed: a line that does not fit the header is a mistake. */
function sourceSql(path: string, { names, delimiter }: DelimitedHeader): string {
  const types = names.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ');
  const dialect = `delim = ${quoted(delimiter)}, quote = '"', escape = '"', header = true, auto_detect = false`;
  return `read_csv(${quoted(path)}, ${dialect}, columns = {${types}})`;
}

function malformed(file: string, error: unknown): LoadProblem {
  const line = /\bLine: (\d+)/.exec(String(error))?.[1];
  const place = line === undefined ? '' : `, line ${line}`;
  const description = `The file ${file} cannot be read as delimited text${place}`;
  return new LoadProblem([{ code: 'MalformedFile', description, file }]);
}

function checkColumns(
  file: string,
  columns: readonly string[],
  mappings: readonly FieldMapping[],
  properties: RowsOptions['properties'],
): void {
  const problem = (description: string): LoadProblem =>
    new LoadProblem([{ code: 'MissingColumn', description, file }]);
  const missing = mappings.find(({ source }) => !columns.includes(source));
  if (missing) throw problem(`The file ${file} has no column "${missing.source}"`);
  if (mappings.length === 0) {
    throw problem(`No column of the file ${file} is named as a field of the data set, such as _acme.name`);
  }
  const required = requiredFields(properties).find(
    (field) => !mappings.some(({ destination }) => destination === field),
  );
  if (required !== undefined) throw problem(`No column of the file ${file} goes to the field ${required}`);
}

function complaintSql(mappings: readonly FieldMapping[], properties: RowsOptions['properties']): string {
  const required = requiredFields(properties);
  const cases = mappings.map(({ source, destination }, index) => {
    const property = propertyAt(destination, properties);
    const column = identifier(source);
    const type = property ? textTypeOf(property) : 'VARCHAR';
    const isMissing = required.includes(destination) ? `${column} IS NULL OR ` : '';
    const isWrong = `${isMissing}(${column} IS NOT NULL AND TRY_CAST(${column} AS ${type}) IS NULL)`;
    return `WHEN ${isWrong} THEN ${index}`;
  });
  return `CASE ${cases.join(' ')} END`;
}

async function count(
  connection: DuckDBConnection,
  { name, source, complaint }: DelimitedFile,
): Promise<{ readonly read: number; readonly wrong: number }> {
  try {
    const counted = await connection.runAndReadAll(`SELECT count(*), count(${complaint}) FROM ${source}`);
    const [read, wrong] = counted.getRows()[0] as [bigint, bigint];
    return { read: Number(read), wrong: Number(wrong) };
  } catch (error) {
    throw malformed(name, error);
  }
}

async function errorsIn(
  connection: DuckDBConnection,
  { name, source, complaint, mappings }: DelimitedFile,
  properties: RowsOptions['properties'],
): Promise<readonly RecordError[]> {
  const values = mappings.map(({ source: column }, index) => `WHEN ${index} THEN ${identifier(column)}`);
  const found = await connection.runAndReadAll(
    `SELECT number, wrong, value FROM (
       SELECT row_number() OVER () AS number, ${complaint} AS wrong, CASE ${complaint} ${values.join(' ')} END AS value
       FROM ${source})
     WHERE wrong IS NOT NULL ORDER BY number LIMIT ${mostErrors}`,
  );
  return (found.getRows() as [bigint, number, string | null][]).map(([number, wrong, value]) => {
    const { destination = '', source: column = '' } = mappings[wrong] ?? {};
    const property = propertyAt(destination, properties);
    const type = property ? xdmTypeOf(property) : 'unknown';
    const field = `The field ${destination}`;
    const description =
      value === null
        ? `${field} is missing: the column "${column}" of ${name} is empty`
        : `${field} must be of type ${type}, and the column "${column}" of ${name} has ${shortened(value)}`;
    return { code: 'TypeCompatibilityException', description, file: name, record: Number(number) };
  });
}

function shortened(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
}

function takenRows(
  { source, complaint, mappings }: DelimitedFile,
  properties: RowsOptions['properties'],
): string {
  return `SELECT ${projection(mappings, properties)} FROM ${source} WHERE ${complaint} IS NULL`;
}
