import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { isAudience } from '../../store/audiences';
import { dropDataset } from '../../store/createDataset';
import { groupsOf, hasMember, removeMember } from '../../store/dataGroups';
import { findDataset } from '../../store/datasets';
import { findView, removeView } from '../../store/views';
import { namesOf, ownTokens, stringValue } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { lockName, readTableName, type TableName } from '../tableNames';
import { openDropGroup } from './groups';
import { openDropModel } from './models';

/** DROP TABLE removes what a query made, DROP TABLESAMPLE a sample, DROP VIEW a view, DROP AUDIENCE an audience; groups and models have files of their own. */
export const openDrop: Opener = (session, command) => {
  const { statement, node } = command;
  const words = ownTokens(statement, node);
  if (words.includes(T.DATABASE) || words.includes(T.SCHEMA)) return openDropGroup(session, command);
  if (words.includes(T.MODEL)) return openDropModel(session, command);
  const kind = words.find((word) => droppable.has(word));
  if (kind === undefined) throw notSupported(statement, node, `DROP ${T[words[1] ?? T.TABLE] as string}`);
  const names = droppedName(command);
  const name = readTableName(names);
  const drop = async (connection: DuckDBConnection): Promise<void> => {
    const isDropped = name !== undefined && (await dropNamed(session, connection, { command, kind, name }));
    if (!isDropped && !words.includes(T.IF)) throw notThere(command, names);
  };
  return Promise.resolve(
    openAction(() =>
      session.services.datasetLocks.withLock(lockName(names), async () => {
        await session.services.database.transaction(drop);
        return `DROP ${T[kind] as string}`;
      }),
    ),
  );
};

const droppable: ReadonlySet<T> = new Set([T.TABLE, T.TABLESAMPLE, T.VIEW, T.AUDIENCE]);

interface Dropped {
  readonly command: Command;
  readonly kind: T;
  readonly name: TableName;
}

/** Whether there was what is to be dropped. Of several groups that have it, it leaves the one that is named. */
async function dropNamed(session: Session, connection: DuckDBConnection, dropped: Dropped): Promise<boolean> {
  const { group, table } = dropped.name;
  if (group) {
    if (!(await hasMember(connection, group, table))) return false;
    if ((await groupsOf(connection, table)) > 1) {
      await removeMember(connection, group, table);
      return true;
    }
  } else if (dropped.kind === T.TABLE && session.temporaryTables.get(table)) {
    await session.temporaryTables.drop(table);
    return true;
  }
  if (dropped.kind !== T.VIEW) return await dropTable(connection, dropped);
  if (!group && session.temporaryViews.delete(table)) return true;
  if (!(await findView(connection, table))) return false;
  await removeView(connection, table);
  return true;
}

async function dropTable(connection: DuckDBConnection, { command, kind, name }: Dropped): Promise<boolean> {
  const dataset = await findDataset(connection, name.table);
  if (!dataset) return false;
  if (kind === T.AUDIENCE && !(await isAudience(connection, dataset.id))) return false;
  if (dataset.madeBy !== (kind === T.TABLESAMPLE ? 'sample' : 'query')) {
    throw new SqlError(sqlStates.insufficientPrivilege, 'Dropping table not created by Query Service', {
      detail: dataset.table,
      offset: nameOffset(command),
    });
  }
  await dropDataset(connection, dataset);
  return true;
}

/** A name, or for a sample its text in quotes. */
function droppedName({ statement, node }: Command): readonly string[] {
  const name = childOf(node, NodeKind.QualifiedName);
  if (name) return namesOf(statement, name);
  const text = stringValue(statement, childOf(node, NodeKind.Literal));
  if (text === undefined) throw notSupported(statement, node, 'DROP without a name');
  return [text];
}

function notThere({ statement, node }: Command, names: readonly string[]): SqlError {
  const name = childOf(node, NodeKind.QualifiedName) ?? node;
  return tableNotFound(statement, name, names.join('.'));
}

function nameOffset({ statement, node }: Command): number {
  return rangeOf(statement, childOf(node, NodeKind.QualifiedName) ?? node).start;
}
