import { randomBytes } from 'node:crypto';
import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf, textOf } from '../../../sql/tree';
import { findDataset } from '../../store/datasets';
import { addView, findView, removeView } from '../../store/views';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Opener } from '../command';
import { openAction } from '../openAction';
import { describeQuery } from '../openQuery';
import { SqlError, sqlStates } from '../sqlError';
import { lockName, readTableName } from '../tableNames';
import { joinGroup } from './groups';
import { translateQuery } from './query';

/** CREATE (OR REPLACE)? VIEW name AS query. The query is checked, and kept as it is written. */
export const openCreateView: Opener = (session, { statement, node }) => {
  const words = ownTokens(statement, node);
  if (words.includes(T.TEMP) || words.includes(T.TEMPORARY))
    throw notSupported(statement, node, 'CREATE TEMPORARY VIEW');
  const list = childOf(node, NodeKind.ColumnList) ?? childOf(node, NodeKind.ColumnDefinitions);
  if (list) throw notSupported(statement, list, 'a view with a list of columns');
  const query = childOf(node, NodeKind.Query);
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, name);
  const target = readTableName(names);
  if (!query || !target) throw notSupported(statement, node, 'this form of CREATE VIEW');
  const { database, datasetLocks } = session.services;
  const offset = rangeOf(statement, name).start;
  const { table } = target;
  const create = async (): Promise<string> => {
    await describeQuery(database, await translateQuery(session, statement, query));
    await database.transaction(async (connection) => {
      const view = await findView(connection, table);
      if (view && words.includes(T.IF)) return;
      if ((view && !words.includes(T.REPLACE)) || (await findDataset(connection, table))) {
        throw new SqlError(sqlStates.duplicateTable, 'Table already exists', {
          detail: names.join('.'),
          offset,
        });
      }
      if (view) await removeView(connection, table);
      const id = randomBytes(12).toString('hex');
      await addView(connection, { id, name: table, sql: textOf(statement, query), created: Date.now() });
      await joinGroup(connection, target, offset);
    });
    return 'CREATE VIEW';
  };
  return Promise.resolve(openAction(() => datasetLocks.withLock(lockName(names), create)));
};
