import { randomBytes } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf, type Statement } from '../../../sql/tree';
import { lakeTable, registerDataset } from '../../store/createDataset';
import { findDataset, type StoredDataset } from '../../store/datasets';
import { snapshotColumn } from '../../store/metadataTables';
import { addSnapshot, nextSnapshot } from '../../store/snapshots';
import { identifier } from '../../store/sqlText';
import { findView } from '../../store/views';
import { nameOf, namesOf, ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import { adhocSchema } from '../adhocSchema';
import type { Command, Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { tableName } from '../environment';
import { interruptible } from '../interruptible';
import { openAction } from '../openAction';
import type { ParameterReader } from '../openStatement';
import { prepareRows } from '../prepareRows';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { translateQuery } from './query';

/** CREATE TABLE ... AS: a new data set with an ad hoc schema, filled in one snapshot. */
export const openCreateTable: Opener = (session, command) => {
  const target = readTarget(command);
  return Promise.resolve(
    openAction((signal) =>
      session.services.datasetLocks.withLock(target.table, () =>
        createTable(session, command, target, signal),
      ),
    ),
  );
};

interface Target {
  readonly table: string;
  /** As the author wrote it. */
  readonly title: string;
  readonly ifNotExists: boolean;
  readonly isTemporary: boolean;
  readonly profileEnabled: boolean;
  readonly query: SyntaxNode;
  readonly offset: number;
}

async function createTable(
  session: Session,
  { statement, parameters }: Command,
  target: Target,
  signal: AbortSignal,
): Promise<string> {
  const { database } = session.services;
  if (await exists(session, target)) {
    if (target.ifNotExists) return 'CREATE TABLE';
    throw new SqlError(sqlStates.duplicateTable, 'Table already exists', {
      detail: target.title,
      offset: target.offset,
    });
  }
  const translated = await translateQuery(session, statement, target.query);
  try {
    await database.transaction((connection) =>
      interruptible(connection, signal, () =>
        target.isTemporary
          ? session.temporaryTables.create(connection, target.table, translated.sql, parameters)
          : fill(session, connection, target, translated.sql, parameters),
      ),
    );
  } catch (error) {
    throw fromDuckdb(error, translated);
  }
  return 'CREATE TABLE';
}

/** A temporary table may have the name of a data set, which it then hides from the session. */
async function exists(session: Session, { table, isTemporary }: Target): Promise<boolean> {
  if (isTemporary) return session.temporaryTables.get(table) !== undefined;
  return await session.services.database.use(
    async (connection) =>
      ((await findDataset(connection, table)) ?? (await findView(connection, table))) !== undefined,
  );
}

async function fill(
  session: Session,
  connection: DuckDBConnection,
  target: Target,
  query: string,
  parameters: ParameterReader,
): Promise<void> {
  const now = Date.now();
  const rows = await prepareRows(connection, query, parameters);
  const schema = adhocSchema(session.services.tenant, target.title, rows.columns);
  const dataset: StoredDataset = {
    id: randomBytes(12).toString('hex'),
    table: target.table,
    title: target.title,
    description: '',
    schemaId: schema.$id,
    madeBy: 'query',
    profileEnabled: target.profileEnabled,
    created: now,
  };
  const snapshot = await nextSnapshot(connection, dataset.id, now);
  const columns = rows.columns.map(({ name, sqlType }) => `${identifier(name)} ${sqlType}`).join(', ');
  await connection.run(`CREATE TABLE ${lakeTable(dataset)} (${columns}, ${snapshotColumn} BIGINT)`);
  const written = await rows.insertInto(lakeTable(dataset), snapshot.id);
  await registerDataset(connection, dataset, schema);
  await addSnapshot(connection, dataset.id, snapshot, { rows: written, at: now });
}

function readTarget({ statement, node }: Command): Target {
  const words = ownTokens(statement, node);
  const refuse = (at: SyntaxNode, what: string): never => {
    throw notSupported(statement, at, what);
  };
  if (words.includes(T.REPLACE)) refuse(node, 'CREATE OR REPLACE TABLE');
  const transform = childOf(node, NodeKind.TransformClause);
  if (transform) refuse(transform, 'TRANSFORM');
  const query = childOf(node, NodeKind.Query) ?? refuse(node, 'CREATE TABLE without a query');
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, name);
  const table = tableName(names) ?? refuse(name, 'a schema other than public');
  if (!/^\w+$/.test(table) || table.includes('__')) {
    throw new SqlError(sqlStates.syntaxError, 'A table name has letters, digits and single underscores', {
      detail: table,
      offset: rangeOf(statement, name).start,
    });
  }
  const options = readOptions(statement, childOf(node, NodeKind.Options));
  const schemaOption = options.get('schema');
  if (schemaOption) refuse(schemaOption.node, `the option schema`);
  return {
    table,
    title: names.at(-1) as string,
    ifNotExists: words.includes(T.IF),
    isTemporary: words.includes(T.TEMP) || words.includes(T.TEMPORARY),
    profileEnabled: options.get('label')?.value.toUpperCase() === 'PROFILE',
    query,
    offset: rangeOf(statement, name).start,
  };
}

function readOptions(
  statement: Statement,
  options: SyntaxNode | undefined,
): ReadonlyMap<string, { readonly node: SyntaxNode; readonly value: string }> {
  const entries = (options?.children ?? []).map((option) => {
    const [key, value] = option.children;
    const text = value
      ? statement.text.slice(rangeOf(statement, value).start, rangeOf(statement, value).end)
      : '';
    const name = key ? nameOf(statement, key).toLowerCase() : '';
    return [name, { node: option, value: text.replace(/^['"]|['"]$/g, '') }] as const;
  });
  return new Map(entries);
}
