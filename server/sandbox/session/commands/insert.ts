import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { isAudience } from '../../store/audiences';
import { lakeTable } from '../../store/createDataset';
import { findDataset, type StoredDataset } from '../../store/datasets';
import { snapshotColumn } from '../../store/metadataTables';
import { addSnapshot, nextSnapshot } from '../../store/snapshots';
import { nameOf, namesOf, ownTokens } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import type { TranslatedSql } from '../../translate/translatedSql';
import { columnsOf } from '../boundStatement';
import type { Command, Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { interruptible } from '../interruptible';
import { openAction } from '../openAction';
import type { ResultColumn } from '../openStatement';
import { checkRows, prepareRows } from '../prepareRows';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { lockName, plainTableName } from '../tableNames';
import { translateQuery } from './query';

/**
 * INSERT INTO t (a, b)? query: rows by the places of their columns, in one snapshot. INSERT OVERWRITE puts the profiles
 * of an audience in the place of those that it had.
 */
export const openInsert: Opener = (session, command) => {
  const { statement, node } = command;
  for (const kind of [NodeKind.PartitionSpec, NodeKind.Options]) {
    const clause = childOf(node, kind);
    if (clause) throw notSupported(statement, clause, 'a partition or a format in INSERT');
  }
  const query = childOf(node, NodeKind.Query);
  if (!query) throw notSupported(statement, node, 'INSERT without a query');
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, name);
  const insertRows = async (signal: AbortSignal): Promise<string> => {
    const target = await findTarget(session, names);
    if (!target) throw tableNotFound(statement, name, names.join('.'));
    const translated = await translateQuery(session, statement, query);
    const rows = await insert(session, { command, target, translated, signal });
    return `INSERT 0 ${rows}`;
  };
  return Promise.resolve(
    openAction((signal) => session.services.datasetLocks.withLock(lockName(names), () => insertRows(signal))),
  );
};

/** A table of the session, or a data set. */
interface Target {
  readonly title: string;
  readonly sql: string;
  readonly dataset: StoredDataset | undefined;
}

async function findTarget(session: Session, names: readonly string[]): Promise<Target | undefined> {
  return await session.services.database.use(async (connection) => {
    const table = await plainTableName(connection, names);
    if (table === undefined) return undefined;
    const temporary = session.temporaryTables.get(table);
    if (temporary) return { title: table, sql: temporary.sql, dataset: undefined };
    const dataset = await findDataset(connection, table);
    return dataset && { title: table, sql: lakeTable(dataset), dataset };
  });
}

interface Insertion {
  readonly command: Command;
  readonly target: Target;
  readonly translated: TranslatedSql;
  readonly signal: AbortSignal;
}

async function insert(session: Session, insertion: Insertion): Promise<bigint> {
  const { translated, signal } = insertion;
  try {
    return await session.services.database.transaction((connection) =>
      interruptible(connection, signal, () => write(connection, insertion)),
    );
  } catch (error) {
    throw fromDuckdb(error, translated);
  }
}

async function write(
  connection: DuckDBConnection,
  { command, target, translated }: Insertion,
): Promise<bigint> {
  const rows = await prepareRows(connection, translated.sql, command.parameters);
  const columns = await targetColumns(connection, command, target);
  checkRows(rows, columns, target.title);
  const named = { table: target.sql, columns: columns.map(({ name }) => name) };
  const { dataset } = target;
  if (overwrites(command)) await checkAudience(connection, command, dataset);
  if (!dataset) return await rows.insertInto(named);
  const now = Date.now();
  const snapshot = await nextSnapshot(connection, dataset.id, now);
  const written = await rows.insertInto({
    ...named,
    snapshot: { column: snapshotColumn, id: snapshot.id },
  });
  // Afterwards, as the query may have read the profiles that there were.
  if (overwrites(command))
    await connection.run(`DELETE FROM ${target.sql} WHERE ${snapshotColumn} <> ${snapshot.id}`);
  await addSnapshot(connection, dataset.id, snapshot, { rows: written, at: now });
  return written;
}

function overwrites({ statement, node }: Command): boolean {
  return ownTokens(statement, node).includes(T.OVERWRITE);
}

/** Only audiences can be written anew: other data sets grow. */
async function checkAudience(
  connection: DuckDBConnection,
  { statement, node }: Command,
  dataset: StoredDataset | undefined,
): Promise<void> {
  if (dataset && (await isAudience(connection, dataset.id))) return;
  throw notSupported(statement, node, 'INSERT OVERWRITE of other than an audience');
}

/** The columns that are written: those of the list, or all. */
async function targetColumns(
  connection: DuckDBConnection,
  { statement, node }: Command,
  { sql, title }: Target,
): Promise<readonly ResultColumn[]> {
  const described = await connection.prepare(`FROM ${sql}`);
  const columns = columnsOf(described).filter(({ name }) => name !== snapshotColumn);
  described.destroySync();
  const list = childOf(node, NodeKind.ColumnList);
  if (!list) return columns;
  return list.children.map((each) => {
    const wanted = nameOf(statement, each);
    const column = columns.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (column) return column;
    throw new SqlError(sqlStates.undefinedColumn, 'Column not found', {
      detail: `${title}.${wanted}`,
      offset: rangeOf(statement, each).start,
    });
  });
}
