import type { DuckDBConnection } from '@duckdb/node-api';
import type { HiddenField } from '../../access/hiddenFields';
import { visibleColumns } from '../../access/visibleColumns';
import { columnsOf } from '../../session/boundStatement';
import { lakeTable } from '../../store/createDataset';
import type { StoredDataset } from '../../store/datasets';
import { snapshotColumn } from '../../store/metadataTables';
import { Problem } from '../problem';

/** A query for the rows of a data set without what is hidden; conditions can follow. */
export async function visibleRows(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  hidden: readonly HiddenField[],
): Promise<string> {
  const all = `* EXCLUDE (${snapshotColumn})`;
  const from = `FROM ${lakeTable(dataset)}`;
  if (hidden.length === 0) return `SELECT ${all} ${from}`;
  const described = await connection.prepare(`SELECT ${all} ${from}`);
  const columns = visibleColumns(columnsOf(described), hidden);
  described.destroySync();
  if (columns !== undefined) return `SELECT ${columns} ${from}`;
  throw new Problem(
    403,
    'Forbidden',
    `No field of the data set "${dataset.title}" may be seen by this client`,
  );
}
