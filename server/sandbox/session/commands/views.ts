import { randomBytes } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf, textOf } from '../../../sql/tree';
import { findDataset } from '../../store/datasets';
import { addView, findView, replaceView } from '../../store/views';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import { describeQuery } from '../openQuery';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { lockName, readTableName, type TableName } from '../tableNames';
import { joinGroup } from './groups';
import { translateQuery } from './query';

/** CREATE (OR REPLACE)? TEMP? VIEW name (a, b)? AS query. The query is checked, and kept as it is written. */
export const openCreateView: Opener = (session, command) => {
  const { statement, node } = command;
  const words = ownTokens(statement, node);
  const view = newView(command);
  const create = async (): Promise<string> => {
    await check(session, command, view);
    if (words.includes(T.TEMP) || words.includes(T.TEMPORARY)) keepInSession(session, words, view);
    else await session.services.database.transaction((connection) => keep(connection, words, view));
    return 'CREATE VIEW';
  };
  const { datasetLocks } = session.services;
  return Promise.resolve(openAction(() => datasetLocks.withLock(lockName([view.name.table]), create)));
};

interface NewView {
  readonly name: TableName;
  /** As the author wrote it. */
  readonly title: string;
  readonly offset: number;
  readonly query: SyntaxNode;
  readonly columns: SyntaxNode | undefined;
  /** What is kept. */
  readonly sql: string;
}

function newView({ statement, node }: Command): NewView {
  const definitions = childOf(node, NodeKind.ColumnDefinitions);
  if (definitions) throw notSupported(statement, definitions, 'comments on the columns of a view');
  const query = childOf(node, NodeKind.Query);
  const nameNode = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, nameNode);
  const name = readTableName(names);
  if (!query || !name) throw notSupported(statement, node, 'this form of CREATE VIEW');
  const columns = childOf(node, NodeKind.ColumnList);
  const sql = textOf(statement, query);
  return {
    name,
    title: names.join('.'),
    offset: rangeOf(statement, nameNode).start,
    query,
    columns,
    sql: columns ? `SELECT * FROM (\n${sql}\n) AS renamed ${textOf(statement, columns)}` : sql,
  };
}

async function check(session: Session, { statement }: Command, view: NewView): Promise<void> {
  const translated = await translateQuery(session, statement, view.query);
  const { columns } = await describeQuery(session.services.database, translated);
  const given = columns?.length ?? 0;
  const named = view.columns?.children.length ?? given;
  if (named !== given)
    throw new SqlError(sqlStates.invalidTableDefinition, 'The view names another number of columns', {
      detail: `${named} names, and the query gives ${given} columns`,
      offset: view.offset,
    });
}

function keepInSession(session: Session, words: readonly T[], { name, title, offset, sql }: NewView): void {
  if (name.group)
    throw new SqlError(sqlStates.syntaxError, 'A temporary view belongs to the session, not to a schema', {
      offset,
    });
  const isTaken = session.temporaryViews.has(name.table) && !words.includes(T.REPLACE);
  if (isTaken || session.temporaryTables.get(name.table)) throw taken(title, offset);
  session.temporaryViews.set(name.table, sql);
}

async function keep(
  connection: DuckDBConnection,
  words: readonly T[],
  { name, title, offset, sql }: NewView,
): Promise<void> {
  const known = await findView(connection, name.table);
  if (known && words.includes(T.IF)) return;
  const replaces = known !== undefined && words.includes(T.REPLACE);
  if ((known && !replaces) || (await findDataset(connection, name.table))) throw taken(title, offset);
  if (replaces) await replaceView(connection, name.table, sql);
  else {
    const id = randomBytes(12).toString('hex');
    await addView(connection, { id, name: name.table, sql, created: Date.now() });
  }
  await joinGroup(connection, name, offset);
}

function taken(title: string, offset: number): SqlError {
  return new SqlError(sqlStates.duplicateTable, 'Table already exists', { detail: title, offset });
}
