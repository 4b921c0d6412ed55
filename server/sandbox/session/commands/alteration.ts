import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmSchema } from '../../../platform/xdm';
import { listDatasets, readSchema, type StoredDataset } from '../../store/datasets';
import { notSupported } from '../../translate/refusal';
import type { Command } from '../command';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';

/** An alteration under way, in its transaction. */
export interface Alteration {
  readonly session: Session;
  readonly connection: DuckDBConnection;
  readonly command: Command;
  readonly table: string;
  /** Absent for a view. */
  readonly dataset: StoredDataset | undefined;
}

/** The schema of a table, which is to be changed with it: another table must not have the same. */
export async function ownSchema({ connection, command, table, dataset }: Alteration): Promise<XdmSchema> {
  const { statement, node } = command;
  if (!dataset) throw notSupported(statement, node, 'this change of a view');
  const sharing = (await listDatasets(connection)).find(
    (each) => each.schemaId === dataset.schemaId && each.id !== dataset.id,
  );
  if (sharing)
    throw new SqlError(sqlStates.invalidTableDefinition, 'The schema of the table is used by another table', {
      detail: `${table}, ${sharing.table}`,
    });
  const schema = await readSchema(connection, dataset.schemaId);
  if (!schema) throw new Error(`The schema ${dataset.schemaId} is missing`);
  return schema;
}
