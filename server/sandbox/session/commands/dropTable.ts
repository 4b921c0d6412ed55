import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { dropDataset } from '../../store/createDataset';
import { findDataset } from '../../store/datasets';
import { findView, removeView } from '../../store/views';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import type { Opener } from '../command';
import { tableName } from '../environment';
import { openAction } from '../openAction';
import { SqlError, sqlStates } from '../sqlError';

/** DROP TABLE removes what a query made, DROP TABLESAMPLE a sample, DROP VIEW a view, and nothing else. */
export const openDrop: Opener = (session, { statement, node }) => {
  const words = ownTokens(statement, node);
  const name = childOf(node, NodeKind.QualifiedName);
  const kind = words.find((word) => word === T.TABLE || word === T.TABLESAMPLE || word === T.VIEW);
  if (kind === undefined || !name) {
    throw notSupported(statement, node, `DROP ${T[words[1] ?? T.TABLE] as string}`);
  }
  const names = namesOf(statement, name);
  const table = tableName(names) ?? '';
  return Promise.resolve(
    openAction(() =>
      session.services.datasetLocks.withLock(table, async () => {
        await drop(table, words.includes(T.IF));
        return `DROP ${T[kind] as string}`;
      }),
    ),
  );

  async function drop(dropped: string, ifExists: boolean): Promise<void> {
    const { database } = session.services;
    if (kind === T.TABLE && session.temporaryTables.get(dropped))
      return await session.temporaryTables.drop(dropped);
    if (kind === T.VIEW) return await dropView(dropped, ifExists);
    const dataset = await database.use((connection) => findDataset(connection, dropped));
    if (!dataset) {
      if (ifExists) return;
      throw tableNotFound(statement, name as SyntaxNode, names.join('.'));
    }
    const isOwn = kind === T.TABLESAMPLE ? dataset.madeBy === 'sample' : dataset.madeBy === 'query';
    if (!isOwn) {
      throw new SqlError(sqlStates.insufficientPrivilege, 'Dropping table not created by Query Service', {
        detail: dataset.table,
        offset: rangeOf(statement, name as SyntaxNode).start,
      });
    }
    await database.transaction((connection) => dropDataset(connection, dataset));
  }

  async function dropView(dropped: string, ifExists: boolean): Promise<void> {
    const { database } = session.services;
    const view = await database.use((connection) => findView(connection, dropped));
    if (view) await database.use((connection) => removeView(connection, dropped));
    else if (!ifExists) throw tableNotFound(statement, name as SyntaxNode, names.join('.'));
  }
};
