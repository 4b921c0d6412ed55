import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientAccess } from '../access/clientAccess';
import { hiddenFields, type HiddenField } from '../access/hiddenFields';
import { visibleColumns } from '../access/visibleColumns';
import type { StoredDataset } from '../store/datasets';
import type { KnownTable } from '../translate/environment';
import { columnsOf } from './boundStatement';
import { SqlError, sqlStates } from './sqlError';

export interface RestrictedTable {
  readonly table: KnownTable;
  readonly hidden: readonly HiddenField[];
}

/** A data set as a client sees it who has no access to some of its labels: their fields are not there. */
export async function restrictedTable(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  table: KnownTable,
  access: ClientAccess,
): Promise<RestrictedTable> {
  const { wholeFor, fields } = await hiddenFields(connection, dataset, access);
  const [label] = wholeFor;
  if (label !== undefined) throw new HiddenData(`The table ${dataset.table}`, label);
  if (fields.length === 0) return { table, hidden: [] };
  const described = await connection.prepare(`FROM ${table.sql}`);
  const columns = visibleColumns(columnsOf(described), fields);
  described.destroySync();
  if (columns === undefined) throw new HiddenData(`The table ${dataset.table}`, fields[0]?.labels[0] ?? '');
  const of = (sql: string): string => `(SELECT ${columns} FROM ${sql})`;
  const { history, sql } = table;
  const sample = history?.newestSample;
  const restricted = history && {
    ...history,
    columns,
    ...(sample === undefined ? {} : { newestSample: of(sample) }),
  };
  return { table: { sql: of(sql), ...(restricted ? { history: restricted } : {}) }, hidden: fields };
}

/** Data with a label that the client has no access to; whoever catches it says which role to ask for. */
export class HiddenData extends Error {
  override readonly name = 'HiddenData';

  constructor(
    /** `The column email of profiles`. */
    readonly what: string,
    readonly label: string,
  ) {
    super(`${what} has the label ${label}`);
  }
}

export function labelRefused({ what, label }: HiddenData, role: string, offset?: number): SqlError {
  return new SqlError(sqlStates.insufficientPrivilege, 'Permission denied', {
    detail: `${what} has the label ${label}, which no role of this client may see. Ask for the role "${role}"`,
    offset,
  });
}
