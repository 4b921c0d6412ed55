import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { addMember, hasSchema, removeMember, type DataGroup } from '../../store/dataGroups';
import { findDataset } from '../../store/datasets';
import { findView } from '../../store/views';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import { SqlError, sqlStates } from '../sqlError';
import { lockName, plainTableName } from '../tableNames';
import type { Alteration } from './alteration';
import { addColumns } from './alterColumns';
import { alterConstraint } from './alterConstraint';
import { schemaNotFound } from './groups';

/** ALTER TABLE and ALTER VIEW, in the forms that the Platform documents. */
export const openAlter: Opener = (session, command) => {
  const { statement, node } = command;
  const words = ownTokens(statement, node);
  const tag = words.includes(T.VIEW) ? 'ALTER VIEW' : 'ALTER TABLE';
  const change = changeOf(command, words);
  const name = childOf(node, NodeKind.QualifiedName);
  if (!change || !name) throw notSupported(statement, node, `this form of ${tag}`);
  const names = namesOf(statement, name);
  const run = async (connection: DuckDBConnection): Promise<void> => {
    const table = await plainTableName(connection, names);
    const dataset = table === undefined ? undefined : await findDataset(connection, table);
    const view = table === undefined || dataset ? undefined : await findView(connection, table);
    if (table === undefined || (!dataset && !view)) throw tableNotFound(statement, name, names.join('.'));
    await change({ session, connection, command, table, dataset });
  };
  return Promise.resolve(
    openAction(() =>
      session.services.datasetLocks.withLock(lockName(names), async () => {
        await session.services.database.transaction(run);
        return tag;
      }),
    ),
  );
};

type Change = (alteration: Alteration) => Promise<void>;

function changeOf({ node }: Command, words: readonly T[]): Change | undefined {
  if (words.includes(T.SCHEMA)) return words.includes(T.REMOVE) ? leaveGroup : enterGroup;
  if (words.includes(T.PRIMARY) || words.includes(T.FOREIGN) || words.includes(T.IDENTITY))
    return alterConstraint;
  const adds = words[2] === T.ADD && (words.includes(T.COLUMN) || words.includes(T.COLUMNS));
  const hasColumns = childOf(node, NodeKind.ColumnDefinition) ?? childOf(node, NodeKind.ColumnDefinitions);
  return adds && hasColumns ? addColumns : undefined;
}

/** ADD SCHEMA database.schema, of old SET SCHEMA */
async function enterGroup({ connection, command, table }: Alteration): Promise<void> {
  const { group, offset } = groupName(command);
  if (!(await hasSchema(connection, group))) throw schemaNotFound(group, offset);
  await addMember(connection, group, table);
}

/** REMOVE SCHEMA database.schema; nothing happens where the table was not in it. */
async function leaveGroup({ connection, command, table }: Alteration): Promise<void> {
  const { group, offset } = groupName(command);
  if (!(await hasSchema(connection, group))) throw schemaNotFound(group, offset);
  await removeMember(connection, group, table);
}

function groupName({ statement, node }: Command): { readonly group: DataGroup; readonly offset: number } {
  const name = childrenOf(node, NodeKind.QualifiedName)[1] as SyntaxNode;
  const [database, schema, ...more] = namesOf(statement, name).map((part) => part.toLowerCase());
  const offset = rangeOf(statement, name).start;
  if (database === undefined || schema === undefined || more.length > 0)
    throw new SqlError(sqlStates.syntaxError, 'The name of a schema has the form database.schema', {
      offset,
    });
  return { group: { database, schema }, offset };
}
