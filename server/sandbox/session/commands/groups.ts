import type { DuckDBConnection } from '@duckdb/node-api';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import {
  addDatabase,
  addMember,
  addSchema,
  hasDatabase,
  hasMembers,
  hasSchema,
  removeDatabase,
  removeSchema,
  wholeGroup,
  type DataGroup,
} from '../../store/dataGroups';
import { namesOf, ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openAction } from '../openAction';
import { SqlError, sqlStates } from '../sqlError';
import type { TableName } from '../tableNames';
import { openCreateNamespace } from './createNamespace';

/** CREATE DATABASE name, CREATE SCHEMA database.name: groups for tables and views; CREATE NAMESPACE, which is none. */
export const openCreateGroup: Opener = (session, command) => {
  const words = ownTokens(command.statement, command.node);
  const ifNotExists = words.includes(T.IF);
  const { database } = session.services;
  if (words.includes(T.DATABASE)) {
    const { name, offset } = databaseName(command);
    const create = async (connection: DuckDBConnection): Promise<void> => {
      if (!(await hasDatabase(connection, name))) await addDatabase(connection, name);
      else if (!ifNotExists)
        throw new SqlError(sqlStates.duplicateDatabase, 'Database already exists', { detail: name, offset });
    };
    return done('CREATE DATABASE', () => database.transaction(create));
  }
  if (!words.includes(T.SCHEMA)) return openCreateNamespace(session, command);
  const { group, offset } = schemaName(command);
  const create = async (connection: DuckDBConnection): Promise<void> => {
    if (!(await hasDatabase(connection, group.database))) throw databaseNotFound(group.database, offset);
    if (!(await hasSchema(connection, group))) await addSchema(connection, group);
    else if (!ifNotExists)
      throw new SqlError(sqlStates.duplicateSchema, 'Schema already exists', {
        detail: textOfGroup(group),
        offset,
      });
  };
  return done('CREATE SCHEMA', () => database.transaction(create));
};

/** DROP DATABASE | SCHEMA ... CASCADE?: a group with something in it stays, unless CASCADE is said. */
export const openDropGroup: Opener = (session, command) => {
  const words = ownTokens(command.statement, command.node);
  const [ifExists, cascades] = [words.includes(T.IF), words.includes(T.CASCADE)];
  const { database } = session.services;
  if (words.includes(T.DATABASE)) {
    const { name, offset } = databaseName(command);
    const drop = async (connection: DuckDBConnection): Promise<void> => {
      if (!(await hasDatabase(connection, name))) {
        if (ifExists) return;
        throw databaseNotFound(name, offset);
      }
      const isWhole = name === wholeGroup.database;
      if (isWhole || (!cascades && (await hasMembers(connection, name))))
        throw inUse('Database', name, offset);
      await removeDatabase(connection, name);
    };
    return done('DROP DATABASE', () => database.transaction(drop));
  }
  const { group, offset } = schemaName(command);
  const drop = async (connection: DuckDBConnection): Promise<void> => {
    if (!(await hasSchema(connection, group))) {
      if (ifExists) return;
      throw schemaNotFound(group, offset);
    }
    if (!cascades && (await hasMembers(connection, group.database, group.schema)))
      throw inUse('Schema', textOfGroup(group), offset);
    await removeSchema(connection, group);
  };
  return done('DROP SCHEMA', () => database.transaction(drop));
};

/** Puts what was just made into the group that its name says. */
export async function joinGroup(
  connection: DuckDBConnection,
  { table, group }: TableName,
  offset: number,
): Promise<void> {
  if (!group) return;
  if (!(await hasSchema(connection, group))) throw schemaNotFound(group, offset);
  await addMember(connection, group, table);
}

export function schemaNotFound(group: DataGroup, offset: number): SqlError {
  return new SqlError(sqlStates.undefinedSchema, 'Schema not found', { detail: textOfGroup(group), offset });
}

function done(tag: string, run: () => Promise<void>): ReturnType<Opener> {
  const action = openAction(async () => {
    await run();
    return tag;
  });
  return Promise.resolve(action);
}

function databaseName(command: Command): { readonly name: string; readonly offset: number } {
  const { names, offset } = nameParts(command);
  const [name = '', ...more] = names;
  if (more.length > 0)
    throw new SqlError(sqlStates.syntaxError, 'The name of a database has one part', { offset });
  return { name, offset };
}

function schemaName(command: Command): { readonly group: DataGroup; readonly offset: number } {
  const { names, offset } = nameParts(command);
  const [database, schema, ...more] = names;
  if (database === undefined || schema === undefined || more.length > 0)
    throw new SqlError(sqlStates.syntaxError, 'The name of a schema has the form database.schema', {
      offset,
    });
  return { group: { database, schema }, offset };
}

function nameParts({ statement, node }: Command): {
  readonly names: readonly string[];
  readonly offset: number;
} {
  const name = childOf(node, NodeKind.QualifiedName);
  if (!name) throw notSupported(statement, node, 'a group without a name');
  return {
    names: namesOf(statement, name).map((part) => part.toLowerCase()),
    offset: rangeOf(statement, name).start,
  };
}

function databaseNotFound(name: string, offset: number): SqlError {
  return new SqlError(sqlStates.undefinedDatabase, 'Database not found', { detail: name, offset });
}

function inUse(what: string, name: string, offset: number): SqlError {
  return new SqlError(sqlStates.dependentObjects, `${what} has tables or views in it`, {
    detail: name,
    offset,
    hint: 'CASCADE takes them out of it',
  });
}

function textOfGroup({ database, schema }: DataGroup): string {
  return `${database}.${schema}`;
}
