import { childOf, childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { rangeOf } from '../../../sql/tree';
import { identifier } from '../../store/sqlText';
import { joined, separated, render } from '../../translate/fragment';
import { nameOf, namesOf, ownTokens } from '../../translate/nodes';
import { notSupported } from '../../translate/refusal';
import { startTranslation } from '../../translate/startTranslation';
import type { TranslatedSql } from '../../translate/translatedSql';
import type { Command, Opener } from '../command';
import { createTable, type NewTable } from '../createTable';
import { readEnvironment } from '../environment';
import { readOptions } from '../options';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { readTableName } from '../tableNames';
import { transformedRows, type HeldRows } from '../transformedRows';
import { translateQuery } from './query';

/** CREATE TABLE t AS query, and CREATE TABLE t (name type, ...). */
export const openCreateTable: Opener = (session, command) => {
  const { statement, node } = command;
  checkClauses(command);
  const query = childOf(node, NodeKind.Query);
  const definitions = childOf(node, NodeKind.ColumnDefinitions);
  if (!query && !definitions) throw notSupported(statement, node, 'CREATE TABLE without columns or a query');
  if (query && definitions) throw notSupported(statement, definitions, 'columns beside a query');
  const table = newTable(command, childOf(node, NodeKind.QualifiedName) as SyntaxNode);
  const { parameters } = command;
  const clause = childOf(node, NodeKind.TransformClause);
  const rows = async (signal: AbortSignal): Promise<HeldRows> => {
    if (!query) return await noRows(session, command, definitions as SyntaxNode);
    const translated = await translateQuery(session, statement, query);
    if (!clause) return translated;
    return await transformedRows(session, { statement, clause, rows: translated, parameters, signal });
  };
  return Promise.resolve(createTable(session, table, { rows, parameters }));
};

/** CREATE AUDIENCE a WITH (primary_identity = column, identity_namespace = code) AS query */
export const openCreateAudience: Opener = (session, command) => {
  const { statement, node, parameters } = command;
  const query = childOf(node, NodeKind.Query);
  if (!query) throw notSupported(statement, node, 'CREATE AUDIENCE without a query');
  const table = newTable(command, childOf(node, NodeKind.QualifiedName) as SyntaxNode);
  const options = readOptions(statement, childOf(node, NodeKind.Options));
  const identity = options.get('primary_identity')?.value;
  const namespace = options.get('identity_namespace')?.value;
  if (identity === undefined || namespace === undefined)
    throw new SqlError(sqlStates.syntaxError, 'An audience needs primary_identity and identity_namespace', {
      offset: table.offset,
    });
  const rows = (): Promise<TranslatedSql> => translateQuery(session, statement, query);
  const audience = { ...table, audience: { identity, namespace } };
  return Promise.resolve(createTable(session, audience, { rows, parameters }));
};

/** SELECT ... INTO t: the same as a table of the query. */
export const openSelectInto =
  (into: SyntaxNode): Opener =>
  (session, command) => {
    const { statement, node, parameters } = command;
    const name = childOf(into, NodeKind.QualifiedName) as SyntaxNode;
    const words = ownTokens(statement, into);
    const isTemporary = words.includes(T.TEMP) || words.includes(T.TEMPORARY);
    const table = { ...newTable(command, name), isTemporary, ifNotExists: false };
    const rows = (): Promise<TranslatedSql> => translateQuery(session, statement, node);
    return Promise.resolve(createTable(session, table, { rows, parameters }));
  };

function checkClauses({ statement, node }: Command): void {
  const words = ownTokens(statement, node);
  if (words.includes(T.REPLACE)) throw notSupported(statement, node, 'CREATE OR REPLACE TABLE');
  const clause = [T.LIKE, T.LOCATION, T.PARTITIONED, T.CLUSTERED, T.SKEWED, T.STORED, T.ROW, T.USING].find(
    (word) => words.includes(word),
  );
  if (clause !== undefined) throw notSupported(statement, node, `${T[clause] as string} in CREATE TABLE`);
  const transform = childOf(node, NodeKind.TransformClause);
  if (transform && !childOf(node, NodeKind.Query))
    throw notSupported(statement, transform, 'TRANSFORM without a query');
}

function newTable({ statement, node }: Command, nameNode: SyntaxNode): NewTable {
  const names = namesOf(statement, nameNode);
  const name = readTableName(names);
  if (!name) throw notSupported(statement, nameNode, 'a name that is not table or database.schema.table');
  const offset = rangeOf(statement, nameNode).start;
  if (!/^\w+$/.test(name.table) || name.table.includes('__')) {
    throw new SqlError(sqlStates.syntaxError, 'A table name has letters, digits and single underscores', {
      detail: name.table,
      offset,
    });
  }
  const words = ownTokens(statement, node);
  const options = readOptions(statement, childOf(node, NodeKind.Options));
  const schema = options.get('schema');
  return {
    name,
    title: names.at(-1) as string,
    ifNotExists: words.includes(T.IF),
    isTemporary: words.includes(T.TEMP) || words.includes(T.TEMPORARY),
    profileEnabled: options.get('label')?.value.toUpperCase() === 'PROFILE',
    schema: schema && { title: schema.value, offset: rangeOf(statement, schema.node).start },
    offset,
  };
}

/** A query with the columns of the list, and no rows. */
async function noRows(
  session: Session,
  { statement }: Command,
  definitions: SyntaxNode,
): Promise<TranslatedSql> {
  const t = startTranslation(statement, await readEnvironment(session, statement));
  const columns = childrenOf(definitions, NodeKind.ColumnDefinition).map((definition) => {
    const name = childOf(definition, NodeKind.Name);
    const type = childOf(definition, NodeKind.TypeName);
    if (!name || !type) throw notSupported(statement, definition, 'a column without a type');
    return t.make(definition)`CAST(NULL AS ${t.emit(type)}) AS ${identifier(nameOf(statement, name))}`;
  });
  const list = separated(columns, ', ', rangeOf(statement, definitions).start);
  const select = joined([t.make(definitions)`SELECT ${list} WHERE false`]);
  return render(select, statement.text);
}
