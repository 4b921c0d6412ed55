import { parseType } from '../../catalog/typeText';
import type { Dataset, Field, Snapshot } from '../../catalog/types';
import type { Connection } from '../../protocol/connection';
import { queryProblem } from '../queryProblem';
import { Session } from '../sessions/session';
import { TypeNames } from '../sessions/typeNames';
import { resultTypeOf } from '../values/resultType';

export interface WirePullOptions {
  /** Names of tables, without regard to case; absent for all. */
  readonly tables?: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What SQL alone tells of the warehouse: tables, columns and types, but no titles, labels or identities. */
export async function pullFromWire(
  connection: Connection,
  { tables, now }: WirePullOptions,
): Promise<{ readonly snapshot: Snapshot; readonly problems: readonly string[] }> {
  const session = await Session.connect(connection);
  try {
    const listed = await listTables(session);
    const wanted = tables ? listed.filter(({ table }) => includes(tables, table)) : listed;
    const problems = (tables ?? [])
      .filter((name) => !wanted.some(({ table }) => includes([name], table)))
      .map((name) => `There is no table ${name}.`);
    const typeNames = new TypeNames(connection);
    const datasets: Dataset[] = [];
    for (const head of wanted) {
      try {
        datasets.push({ ...head, columns: await columnsOf(session, head.table, typeNames) });
      } catch (error) {
        problems.push(`The table ${head.table} could not be read. ${queryProblem(error, '').message}`);
      }
    }
    const sandbox = connection.profile.database.split(':')[0] ?? '';
    return { snapshot: { sandbox, takenAt: new Date(now).toISOString(), datasets }, problems };
  } finally {
    await session.close();
  }
}

type Head = Pick<Dataset, 'table' | 'id' | 'title' | 'kind'>;

/** The first columns of `SHOW TABLES`: name, id of the data set, its title. */
async function listTables(session: Session): Promise<readonly Head[]> {
  const rows = await session.rows('SHOW TABLES');
  return rows.map(([table, id, title]) => ({
    table: table ?? '',
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    kind: 'dataset',
  }));
}

/** The idiom for a table's columns without its rows. */
async function columnsOf(session: Session, table: string, typeNames: TypeNames): Promise<readonly Field[]> {
  const name = /^[\w.]+$/.test(table) ? table : `"${table.replaceAll('"', '""')}"`;
  const { fields } = await session.openCursor(`SELECT * FROM ${name} WHERE 1=0`, 1);
  const names = await typeNames.of(fields, session);
  return fields.map((field) => ({ name: field.name, type: parseType(resultTypeOf(field, names).text) }));
}

function includes(names: readonly string[], table: string): boolean {
  return names.some((name) => name.toLowerCase() === table.toLowerCase());
}
