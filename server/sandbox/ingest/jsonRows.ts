import type { DuckDBConnection } from '@duckdb/node-api';
import { columnTypeOf } from '../store/columnTypes';
import { identifier, quoted } from '../store/sqlText';
import type { RecordError } from './ingestedBatch';
import { LoadProblem } from './loadProblem';
import { recordComplaint } from './recordComplaint';
import type { LoadedRows, RowsOptions } from './loadedRows';

/** Bytes of one record. */
const largestRecord = 64 << 20;
/** Errors that are told one by one. */
const mostErrors = 1000;

/**
 * Reads records from JSON files, a record a line or all in one array, and checks each. Answers the query for those
 * that can be taken. The texts of the records go to the database as they are, so that numbers stay exact.
 */
export async function jsonRows(connection: DuckDBConnection, options: RowsOptions): Promise<LoadedRows> {
  await connection.run(
    'CREATE TEMP TABLE raw_record (file VARCHAR, number BIGINT, record JSON, taken BOOLEAN)',
  );
  const close = async (): Promise<void> => {
    await connection.run('DROP TABLE temp.raw_record');
  };
  try {
    return { ...(await readFiles(connection, options)), query: takenRows(options.properties), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readFiles(
  connection: DuckDBConnection,
  options: RowsOptions,
): Promise<Pick<LoadedRows, 'read' | 'wrong' | 'errors'>> {
  const errors: RecordError[] = [];
  let read = 0;
  let wrong = 0;
  for (const { name, path } of options.files) {
    await readFile(connection, name, path);
    const counts = await check(connection, name, options, errors);
    read += counts.read;
    wrong += counts.wrong;
  }
  return { read, wrong, errors };
}

async function readFile(connection: DuckDBConnection, name: string, path: string): Promise<void> {
  const source = `read_json_objects(${quoted(path)}, format = 'auto', maximum_object_size = ${largestRecord})`;
  try {
    await connection.run(
      `INSERT INTO temp.raw_record SELECT $1, row_number() OVER (), json, true FROM ${source}`,
      [name],
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /at byte \d+ in record\/value \d+/.exec(message)?.[0];
    const description = `The file ${name} is not valid JSON${place === undefined ? '' : `, ${place}`}`;
    throw new LoadProblem([{ code: 'MalformedJson', description, file: name }]);
  }
}

async function check(
  connection: DuckDBConnection,
  file: string,
  { properties, signal }: RowsOptions,
  errors: RecordError[],
): Promise<{ readonly read: number; readonly wrong: number }> {
  const wrong: bigint[] = [];
  let read = 0;
  const rows = await connection.stream('SELECT number, record FROM temp.raw_record WHERE file = $1', [file]);
  for (let chunk = await rows.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await rows.fetchChunk()) {
    signal.throwIfAborted();
    for (const [number, record] of chunk.getRows() as [bigint, string][]) {
      read++;
      const description = recordComplaint(JSON.parse(record), properties);
      if (description === undefined) continue;
      wrong.push(number);
      if (errors.length < mostErrors) {
        errors.push({ code: 'TypeCompatibilityException', description, file, record: Number(number) });
      }
    }
  }
  if (wrong.length > 0) {
    await connection.run(
      `UPDATE temp.raw_record SET taken = false
       WHERE file = $1 AND number IN (SELECT unnest(from_json($2, '["BIGINT"]')))`,
      [file, JSON.stringify(wrong.map(Number))],
    );
  }
  return { read, wrong: wrong.length };
}

function takenRows(properties: RowsOptions['properties']): string {
  const columns = Object.entries(properties);
  const structure = JSON.stringify(
    Object.fromEntries(columns.map(([name, property]) => [name, withOffsets(columnTypeOf(property))])),
  );
  const type = columns.map(([name, property]) => `${identifier(name)} ${columnTypeOf(property)}`).join(', ');
  return `SELECT unnest(CAST(from_json(record, ${quoted(structure)}) AS STRUCT(${type})))
    FROM temp.raw_record WHERE taken ORDER BY file, number`;
}

/** Read as it stands, a time with an offset would lose it. */
function withOffsets(type: string): string {
  return type.replace(/"(?:[^"]|"")*"|\bTIMESTAMP\b/g, (part) =>
    part === 'TIMESTAMP' ? 'TIMESTAMPTZ' : part,
  );
}
