import { quoted } from '../store/sqlText';
import type { Database } from '../store/database';
import { unchanged } from '../translate/translatedSql';
import { openQuery } from './openQuery';
import type { OpenStatement } from './openStatement';

/** A statement that gives rows of text, under the names of its columns. */
export async function openRows(
  database: Database,
  tag: string,
  columns: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): Promise<OpenStatement> {
  const cell = (value: string | undefined): string => (value === undefined ? 'NULL' : quoted(value));
  const values = rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ');
  const names = columns.map((name) => `"${name}"`).join(', ');
  const header = columns.map((name) => `CAST(NULL AS VARCHAR) AS "${name}"`).join(', ');
  const sql =
    rows.length === 0 ? `SELECT ${header} WHERE false` : `FROM (VALUES ${values}) AS shown(${names})`;
  const opened = await openQuery(database, unchanged(sql), () => null);
  return { ...opened, commandTag: () => tag };
}
