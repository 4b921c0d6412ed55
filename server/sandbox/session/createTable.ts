import { randomBytes } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmSchema } from '../../platform/xdm';
import { addAudience } from '../store/audiences';
import { createDataset, lakeTable, registerDataset } from '../store/createDataset';
import { findDataset, readSchema, type StoredDataset } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { listSchemas, replaceSchema } from '../store/schemas';
import { addSnapshot, nextSnapshot } from '../store/snapshots';
import { identifier } from '../store/sqlText';
import { primaryIdentity, withConstraint } from '../store/tableConstraints';
import { findView } from '../store/views';
import { adhocSchema } from './adhocSchema';
import { columnsOf } from './boundStatement';
import { joinGroup } from './commands/groups';
import { fromDuckdb } from './duckdbError';
import { interruptible } from './interruptible';
import { openAction } from './openAction';
import type { OpenStatement, ParameterReader } from './openStatement';
import { checkRows, prepareRows, type PreparedRows } from './prepareRows';
import type { Session } from './session';
import { SqlError, sqlStates } from './sqlError';
import { lockName, type TableName } from './tableNames';
import type { HeldRows } from './transformedRows';

/** A table that a statement is to make. */
export interface NewTable {
  readonly name: TableName;
  /** As the author wrote it. */
  readonly title: string;
  readonly ifNotExists: boolean;
  readonly isTemporary: boolean;
  readonly profileEnabled: boolean;
  /** The XDM schema that it is to have; absent for one out of its columns. */
  readonly schema: { readonly title: string; readonly offset: number } | undefined;
  /** The column that tells the profiles of an audience; absent for a table that is none. */
  readonly audience?: { readonly identity: string; readonly namespace: string };
  /** Where its name stands. */
  readonly offset: number;
}

export interface RowSource {
  readonly rows: (signal: AbortSignal) => Promise<HeldRows>;
  readonly parameters: ParameterReader;
}

/** Makes a new table of a query, filled in one snapshot. */
export function createTable(session: Session, table: NewTable, source: RowSource): OpenStatement {
  return openAction((signal) =>
    session.services.datasetLocks.withLock(lockName([table.name.table]), () =>
      create(session, table, source, signal),
    ),
  );
}

async function create(
  session: Session,
  table: NewTable,
  { rows, parameters }: RowSource,
  signal: AbortSignal,
): Promise<string> {
  const { database } = session.services;
  if (await exists(session, table)) {
    if (table.ifNotExists) return tagOf(table);
    throw new SqlError(sqlStates.duplicateTable, 'Table already exists', {
      detail: table.title,
      offset: table.offset,
    });
  }
  const translated = await rows(signal);
  try {
    await database.transaction((connection) =>
      interruptible(connection, signal, async () => {
        if (table.isTemporary)
          await session.temporaryTables.create(connection, table.name.table, translated.sql, parameters);
        else
          await fill(session, connection, table, await prepareRows(connection, translated.sql, parameters));
      }),
    );
  } catch (error) {
    throw fromDuckdb(error, translated);
  } finally {
    await translated.release?.();
  }
  return tagOf(table);
}

function tagOf({ audience }: NewTable): string {
  return audience ? 'CREATE AUDIENCE' : 'CREATE TABLE';
}

/** A temporary table may have the name of a data set, which it then hides from the session. */
async function exists(session: Session, { name, isTemporary }: NewTable): Promise<boolean> {
  if (isTemporary) return session.temporaryTables.get(name.table) !== undefined;
  return await session.services.database.use(
    async (connection) =>
      ((await findDataset(connection, name.table)) ?? (await findView(connection, name.table))) !== undefined,
  );
}

async function fill(
  session: Session,
  connection: DuckDBConnection,
  table: NewTable,
  rows: PreparedRows,
): Promise<void> {
  const now = Date.now();
  const chosen = table.schema && (await schemaTitled(connection, table.schema));
  const schema = chosen ?? adhocSchema(session.services.tenant, table.title, rows.columns);
  const dataset: StoredDataset = {
    id: randomBytes(12).toString('hex'),
    table: table.name.table,
    title: table.title,
    description: '',
    schemaId: schema.$id,
    madeBy: 'query',
    profileEnabled: table.profileEnabled,
    created: now,
  };
  const snapshot = await nextSnapshot(connection, dataset.id, now);
  if (chosen) {
    await createDataset(connection, dataset, chosen);
    await checkAgainstSchema(connection, dataset, rows);
  } else {
    const columns = rows.columns.map(({ name, sqlType }) => `${identifier(name)} ${sqlType}`).join(', ');
    await connection.run(`CREATE TABLE ${lakeTable(dataset)} (${columns}, ${snapshotColumn} BIGINT)`);
    await registerDataset(connection, dataset, schema);
  }
  const written = await rows.insertInto({
    table: lakeTable(dataset),
    columns: rows.columns.map(({ name }) => name),
    snapshot: { column: snapshotColumn, id: snapshot.id },
  });
  await addSnapshot(connection, dataset.id, snapshot, { rows: written, at: now });
  await joinGroup(connection, table.name, table.offset);
  if (table.audience) await becomeAudience(connection, dataset, table.audience);
}

/** Its primary identity is a column of its own, not a field of a struct. */
async function becomeAudience(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  { identity, namespace }: { readonly identity: string; readonly namespace: string },
): Promise<void> {
  const schema = await readSchema(connection, dataset.schemaId);
  const column = Object.keys(schema?.properties ?? {}).find(
    (name) => name.toLowerCase() === identity.toLowerCase(),
  );
  if (!schema || column === undefined)
    throw new SqlError(sqlStates.undefinedColumn, 'Column not found', { detail: identity });
  const known = primaryIdentity(schema);
  if (known === undefined)
    await replaceSchema(
      connection,
      withConstraint(schema, { kind: 'primaryIdentity', columns: [column], namespace }),
    );
  await addAudience(connection, dataset.id);
}

async function schemaTitled(
  connection: DuckDBConnection,
  { title, offset }: { readonly title: string; readonly offset: number },
): Promise<XdmSchema> {
  const found = (await listSchemas(connection)).find((schema) => schema.title === title);
  if (found) return found;
  throw new SqlError(sqlStates.featureNotSupported, 'Feature not supported', {
    detail: `a schema that is not in the registry: no schema has the title "${title}"`,
    offset,
  });
}

/** The columns of the query are fields of the schema; fields that it does not give are null. */
async function checkAgainstSchema(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  rows: PreparedRows,
): Promise<void> {
  const described = await connection.prepare(`FROM ${lakeTable(dataset)}`);
  const fields = columnsOf(described);
  described.destroySync();
  const targets = rows.columns.map(({ name }) => {
    const field = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (field) return field;
    throw new SqlError(sqlStates.datatypeMismatch, 'Error validating schema', {
      detail: `The schema has no field ${name}`,
    });
  });
  checkRows(rows, targets, dataset.table);
}
