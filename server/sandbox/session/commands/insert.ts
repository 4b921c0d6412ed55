import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { columnCount, lakeTable } from '../../store/createDataset';
import { findDataset, type StoredDataset } from '../../store/datasets';
import { addSnapshot, nextSnapshot } from '../../store/snapshots';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import type { TranslatedSql } from '../../translate/translatedSql';
import type { Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { tableName } from '../environment';
import { interruptible } from '../interruptible';
import { openAction } from '../openAction';
import type { ParameterReader } from '../openStatement';
import { prepareRows } from '../prepareRows';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { translateQuery } from './query';

/** INSERT INTO ... SELECT: rows by the places of their columns, in one snapshot. */
export const openInsert: Opener = (session, command) => {
  const { statement, node } = command;
  const words = ownTokens(statement, node);
  if (words.includes(T.OVERWRITE)) throw notSupported(statement, node, 'INSERT OVERWRITE');
  const list = childOf(node, NodeKind.ColumnList);
  if (list) throw notSupported(statement, list, 'INSERT with a list of columns');
  const query = childOf(node, NodeKind.Query);
  if (!query) throw notSupported(statement, node, 'INSERT without a query');
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, name);
  const table = tableName(names);
  const insertRows = async (signal: AbortSignal): Promise<string> => {
    const temporary = table === undefined ? undefined : session.temporaryTables.get(table);
    if (temporary) {
      const translated = await translateQuery(session, statement, query);
      return `INSERT 0 ${await insertTemporary(session, command, temporary.sql, translated, signal)}`;
    }
    const dataset =
      table && (await session.services.database.use((connection) => findDataset(connection, table)));
    if (!dataset) throw tableNotFound(statement, name, names.join('.'));
    const rows = await insert(
      session,
      command,
      dataset,
      await translateQuery(session, statement, query),
      signal,
    );
    return `INSERT 0 ${rows}`;
  };
  return Promise.resolve(
    openAction((signal) => session.services.datasetLocks.withLock(table ?? '', () => insertRows(signal))),
  );
};

async function insertTemporary(
  session: Session,
  { parameters }: { readonly parameters: ParameterReader },
  table: string,
  translated: TranslatedSql,
  signal: AbortSignal,
): Promise<bigint> {
  try {
    return await session.services.database.use((connection) =>
      interruptible(connection, signal, async () =>
        (await prepareRows(connection, translated.sql, parameters)).insertInto(table),
      ),
    );
  } catch (error) {
    throw fromDuckdb(error, translated);
  }
}

async function insert(
  session: Session,
  { parameters }: { readonly parameters: ParameterReader },
  dataset: StoredDataset,
  translated: TranslatedSql,
  signal: AbortSignal,
): Promise<bigint> {
  try {
    return await session.services.database.transaction((connection) =>
      interruptible(connection, signal, async () => {
        const now = Date.now();
        const rows = await prepareRows(connection, translated.sql, parameters);
        const columns = await columnCount(connection, dataset);
        if (rows.columns.length !== columns) {
          throw new SqlError(sqlStates.datatypeMismatch, 'Error validating schema', {
            detail: `${dataset.table} has ${columns} columns, and the query gives ${rows.columns.length}`,
          });
        }
        const snapshot = await nextSnapshot(connection, dataset.id, now);
        const written = await rows.insertInto(lakeTable(dataset), snapshot.id);
        await addSnapshot(connection, dataset.id, snapshot, { rows: written, at: now });
        return written;
      }),
    );
  } catch (error) {
    throw fromDuckdb(error, translated);
  }
}
