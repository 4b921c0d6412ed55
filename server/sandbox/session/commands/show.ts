import { textOf } from '../../../sql/tree';
import { foreignKeyType, primaryKeyType } from '../../store/tableConstraints';
import { modelList } from '../../store/models';
import { namespaceList } from '../../store/namespaces';
import { quoted } from '../../store/sqlText';
import { unchanged } from '../../translate/translatedSql';
import { notSupported } from '../../translate/refusal';
import type { Command, Opener } from '../command';
import { openQuery } from '../openQuery';
import { openRows } from '../openRows';
import type { Session } from '../session';
import type { OpenStatement } from '../openStatement';
import { SqlError, sqlStates } from '../sqlError';
import { showStatistics } from './statistics';

/** SHOW TABLES and its kin, and SHOW of a setting. */
export const openShow: Opener = async (session, command) => {
  const what = textOf(command.statement, command.node)
    .replace(/^\s*show\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const list = lists[what.toLowerCase()];
  if (list !== undefined) return await openList(session, list);
  const ofTable = /^datagroups for (['"`]?)([\w.]+)\1$/i.exec(what)?.[2];
  if (ofTable !== undefined) return await openList(session, dataGroups(ofTable));
  const ofStatistics = /^statistics(?: for (['"`]?)(\w+)\1)?$/i.exec(what);
  if (ofStatistics) return await showStatistics(session, ofStatistics[2]);
  if (/^all$/i.test(what)) {
    const rows = session.settings.list().map(({ name, value }) => [name, value, '']);
    return await openRows(session.services.database, 'SHOW', ['name', 'setting', 'description'], rows);
  }
  return await openSetting(session, command, what);
};

/** The tables and views of the whole, then the members of each group. */
function dataGroups(table?: string): string {
  const only =
    table === undefined ? 'true' : `child.name = ${quoted((table.split('.').at(-1) ?? '').toLowerCase())}`;
  return `WITH child AS (
      SELECT table_name AS name, id, 'Data Lake Table' AS type FROM platform.dataset
      UNION ALL SELECT name, id, 'View' FROM platform.query_view),
    place AS (
      SELECT 'all' AS database, 'public' AS schema, name AS member FROM child
      UNION ALL SELECT database, schema, member FROM platform.group_member)
    SELECT place.database AS "Database", place.schema AS "Schema", 'ADLS' AS "GroupType", child.type AS "ChildType",
      child.name AS "ChildName", child.id AS "ChildId"
    FROM place JOIN child ON child.name = place.member WHERE ${only} ORDER BY 1, 2, 5`;
}

/** A row for each column of the keys of one kind. */
function keys(type: string, columns: string): string {
  return `WITH descriptor AS (
      SELECT table_name, unnest(json_extract(body, '$."meta:descriptors"[*]')) AS said
      FROM platform.dataset JOIN platform.xdm_schema ON xdm_schema.id = schema_id)
    SELECT table_name AS "tableName", (said->>'$."xdm:sourceProperty"')[2:] AS "columnName", 'text' AS datatype, ${columns}
    FROM descriptor WHERE said->>'$."@type"' = '${type}' ORDER BY 1`;
}

const namespace = `'"' || (said->>'$."xdm:namespace"') || '"' AS namespace`;

const lists: Readonly<Record<string, string>> = {
  tables: `SELECT table_name AS name, id AS "dataSetId", title AS "dataSet", description, CAST(true AS BOOLEAN) AS resolved
    FROM platform.dataset ORDER BY table_name`,
  views: `SELECT 'all' AS "Db Name", 'public' AS "Schema Name", name AS "Name", id AS "Id",
    CAST(NULL AS VARCHAR) AS "Dataset Dependencies", CAST(NULL AS VARCHAR) AS "Views Dependencies", 'ADLS' AS "TYPE"
    FROM platform.query_view ORDER BY name`,
  databases: `SELECT 'all' AS name UNION ALL SELECT name FROM platform.database_group ORDER BY name`,
  schemas: `SELECT 'all' AS database, 'public' AS schema
    UNION ALL SELECT database, name FROM platform.schema_group ORDER BY database, schema`,
  datagroups: dataGroups(),
  models: modelList,
  namespaces: namespaceList,
  'primary keys': keys(primaryKeyType, namespace),
  'foreign keys': keys(
    foreignKeyType,
    `said->>'$."xdm:destinationTable"' AS "referencedTableName",
     (said->>'$."xdm:destinationProperty"')[2:] AS "referencedColumnName", ${namespace}`,
  ),
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
  if (/^[\w.]+$/.test(name) && !/^(namespaces|functions|columns)$/i.test(name)) {
    throw new SqlError(sqlStates.invalidParameter, 'There is no setting of this name', { detail: name });
  }
  throw notSupported(statement, node, `SHOW ${what.toUpperCase()}`);
}
