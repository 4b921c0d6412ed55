import { textOf } from '../../../sql/tree';
import { unchanged } from '../../translate/translatedSql';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openQuery } from '../openQuery';
import { openRows } from '../openRows';
import type { Session } from '../session';
import type { OpenStatement } from '../openStatement';
import { SqlError, sqlStates } from '../sqlError';

/** SHOW TABLES and its kin, and SHOW of a setting. */
export const openShow: Opener = async (session, command) => {
  const what = textOf(command.statement, command.node)
    .replace(/^\s*show\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const list = lists[what.toLowerCase()];
  if (list !== undefined) return await openList(session, list);
  if (/^all$/i.test(what)) {
    const rows = session.settings.list().map(({ name, value }) => [name, value, '']);
    return await openRows(session.services.database, 'SHOW', ['name', 'setting', 'description'], rows);
  }
  return await openSetting(session, command, what);
};

const lists: Readonly<Record<string, string>> = {
  tables: `SELECT table_name AS name, id AS "dataSetId", title AS "dataSet", description, CAST(true AS BOOLEAN) AS resolved
    FROM platform.dataset ORDER BY table_name`,
  views: `SELECT 'all' AS "Db Name", 'public' AS "Schema Name", name AS "Name", id AS "Id",
    CAST(NULL AS VARCHAR) AS "Dataset Dependencies", CAST(NULL AS VARCHAR) AS "Views Dependencies", 'ADLS' AS "TYPE"
    FROM platform.query_view ORDER BY name`,
  databases: `SELECT 'all' AS name`,
  schemas: `SELECT 'all' AS database, 'public' AS schema`,
};

async function openList(session: Session, sql: string): Promise<OpenStatement> {
  const opened = await openQuery(session.services.database, unchanged(sql), () => null);
  return { ...opened, commandTag: () => 'SHOW' };
}

async function openSetting(
  session: Session,
  { statement, node }: Command,
  what: string,
): Promise<OpenStatement> {
  const name =
    { 'time zone': 'TimeZone', 'transaction isolation level': 'transaction_isolation' }[what.toLowerCase()] ??
    what;
  const value = session.settings.get(name);
  if (value !== undefined) return await openRows(session.services.database, 'SHOW', [name], [[value]]);
  if (/^[\w.]+$/.test(name) && !/^(models|statistics|datagroups|namespaces|functions|columns)$/i.test(name)) {
    throw new SqlError(sqlStates.invalidParameter, 'There is no setting of this name', { detail: name });
  }
  throw notSupported(statement, node, `SHOW ${what.toUpperCase()}`);
}
