import { childOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { parseStatement } from '../../../sql/parse';
import { rangeOf, textOf } from '../../../sql/tree';
import { identifier } from '../../store/sqlText';
import { render } from '../../translate/fragment';
import { nameOf, namesOf } from '../../translate/nodes';
import { notSupported, tableNotFound } from '../../translate/refusal';
import { startTranslation } from '../../translate/startTranslation';
import type { TranslatedSql } from '../../translate/translatedSql';
import { columnsOf } from '../boundStatement';
import type { Command, Opener } from '../command';
import { fromDuckdb } from '../duckdbError';
import { readEnvironment } from '../environment';
import { interruptible } from '../interruptible';
import { openQuery } from '../openQuery';
import { openRows } from '../openRows';
import type { OpenStatement } from '../openStatement';
import type { Session } from '../session';
import { SqlError, sqlStates } from '../sqlError';
import { leavesOf, type Leaf } from '../leaves';
import { isComplex, statisticsQuery } from '../statisticsQuery';
import { translateQuery } from './query';

/**
 * ANALYZE TABLE t FILTERCONTEXT (condition) COMPUTE STATISTICS FOR COLUMNS (...) AS alias: a temporary table with a row
 * for each column. It is made when the statement is opened, as it gives a row with its name.
 */
export const openComputeStatistics: Opener = async (session, command) => {
  const { statement, node, signal } = command;
  const { database } = session.services;
  const name = childOf(node, NodeKind.QualifiedName) as SyntaxNode;
  const names = namesOf(statement, name);
  const environment = await readEnvironment(session, statement);
  const table = environment.table(names);
  if (!table) throw tableNotFound(statement, name, names.join('.'));
  const condition = childOf(node, NodeKind.FilterContext)?.children[0];
  const t = startTranslation(statement, environment);
  const filter = condition && render(t.emit(condition), statement.text);
  const source = `${table.sql} AS ${identifier(names.at(-1) as string)}`;
  const id = statisticsName(session, command, names.at(-1) as string);
  const compute = async (): Promise<void> => {
    await database.transaction((connection) =>
      interruptible(connection, signal, async () => {
        const described = await connection.prepare(`FROM ${source}`);
        const leaves = chosenLeaves(session, command, columnsOf(described).flatMap(leavesOf));
        described.destroySync();
        const query = statisticsQuery(leaves, source, filter?.sql);
        await session.temporaryTables.create(connection, id.name, query, () => null);
      }),
    );
  };
  await compute().catch((error: unknown) => {
    throw fromDuckdb(error, filter ?? nowhere);
  });
  session.statistics.set(id.name, {
    table: names.join('.'),
    columns: columnSet(command),
    filter: condition ? `(${textOf(statement, condition)})` : '',
    computed: new Date(),
  });
  const shown = id.isAlias ? `SUCCESSFULLY COMPLETED, ${id.name}` : id.name;
  return await openRows(database, 'ANALYZE TABLE', ['Statistics ID'], [[shown]]);
};

/** SHOW STATISTICS lists what the session has computed; with FOR it gives one of them. */
export async function showStatistics(session: Session, id: string | undefined): Promise<OpenStatement> {
  const { database } = session.services;
  if (id !== undefined) {
    const statement = parseStatement(`SELECT * FROM ${id}`);
    const translated = await translateQuery(session, statement, statement.root.children[0] as SyntaxNode);
    return { ...(await openQuery(database, translated, () => null)), commandTag: () => 'SHOW' };
  }
  const rows = [...session.statistics].map(([name, { table, columns, filter, computed }]) => [
    name,
    table,
    columns,
    filter,
    dayFirst(computed),
  ]);
  const header = ['statsId', 'tableName', 'columnSet', 'filterContext', 'timestamp'];
  return await openRows(database, 'SHOW', header, rows);
}

const nowhere: TranslatedSql = { sql: '', sourceOffset: () => 0 };

/** The alias, or the table's name and the next number. */
function statisticsName(
  session: Session,
  { statement, node }: Command,
  table: string,
): { readonly name: string; readonly isAlias: boolean } {
  const alias = childOf(node, NodeKind.Alias);
  const aliasName = alias && childOf(alias, NodeKind.Name);
  if (!aliasName) {
    const prefix = `${table.toLowerCase()}_stats_`;
    let number = 1;
    while (session.temporaryTables.get(prefix + number)) number++;
    return { name: prefix + number, isAlias: false };
  }
  const name = nameOf(statement, aliasName).toLowerCase();
  if (session.temporaryTables.get(name))
    throw new SqlError(sqlStates.duplicateTable, 'Table already exists', {
      detail: name,
      offset: rangeOf(statement, aliasName).start,
    });
  return { name, isAlias: true };
}

function columnNodes({ node }: Command): readonly SyntaxNode[] {
  return node.children.filter(({ kind }) => kind === NodeKind.Path);
}

function columnSet(command: Command): string {
  const columns = columnNodes(command).map((column) => textOf(command.statement, column));
  return columns.length === 0 ? '(*)' : `(${columns.join(', ')})`;
}

/** The leaves within the columns that are named, or all. There are no statistics of arrays and maps. */
function chosenLeaves(session: Session, command: Command, leaves: readonly Leaf[]): readonly Leaf[] {
  const { statement } = command;
  const wanted = columnNodes(command);
  const chosen = wanted.flatMap((column) => {
    const path = namesOf(statement, column).map((name) => name.toLowerCase());
    const within = leaves.filter((leaf) => path.every((name, at) => leaf.path[at]?.toLowerCase() === name));
    if (within.length > 0) return within;
    throw new SqlError(sqlStates.undefinedColumn, 'Column not found', {
      detail: textOf(statement, column),
      offset: rangeOf(statement, column).start,
    });
  });
  const all = wanted.length === 0 ? leaves : [...new Set(chosen)];
  const complex = all.find(({ type }) => isComplex(type));
  if (complex && !session.settings.isOn('skip_stats_for_complex_datatypes'))
    throw notSupported(statement, command.node, `statistics of the array or map ${complex.path.join('.')}`);
  return all.filter(({ type }) => !isComplex(type));
}

/** As the Platform writes times: 25/06/2023 09:22:26 */
function dayFirst(time: Date): string {
  const [day = '', clock = ''] = time.toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${clock.slice(0, 8)}`;
}
