import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../store/sqlText';
import { scalarNames, type CatalogContents } from './relations';

/** The schema in which the catalog's tables and functions lie; DuckDB keeps the name `pg_catalog` for its own. */
export const catalogSchema = 'pgc';
export const informationSchema = 'infoschema';

const publicOid = 2200;
const relationKinds = { table: 'r', view: 'v', composite: 'c' } as const;

/** Functions that clients call on the catalog; what they ask about does not exist here. */
const functions: Readonly<Record<string, string>> = {
  'pg_table_is_visible(x)': 'true',
  'pg_type_is_visible(x)': 'true',
  'pg_function_is_visible(x)': 'true',
  'pg_get_userbyid(x)': `'postgres'`,
  'pg_encoding_to_char(x)': `'UTF8'`,
  'format_type(type_oid, modifier)': `(SELECT typ.typformat FROM ${catalogSchema}.pg_type AS typ WHERE typ.oid = type_oid)`,
  'pg_get_expr(expression, relation, pretty := false)': 'NULL',
  'pg_get_indexdef(x, place := 0, pretty := false)': 'NULL',
  'pg_get_constraintdef(x, pretty := false)': 'NULL',
  'pg_get_viewdef(x, pretty := false)': 'NULL',
  'pg_get_function_result(x)': 'NULL',
  'pg_get_function_arguments(x)': 'NULL',
  'pg_get_function_sqlbody(x)': 'NULL',
  'pg_get_statisticsobjdef_columns(x)': 'NULL',
  'pg_get_partkeydef(x)': 'NULL',
  'pg_tablespace_location(x)': 'NULL',
  'array_to_string(items, separator)': 'array_to_string(items, separator)',
  'pg_relation_is_publishable(x)': 'false',
  'obj_description(x, catalog := NULL)': 'NULL',
  'shobj_description(x, catalog)': 'NULL',
  'col_description(x, place)': 'NULL',
  'pg_table_size(x)': 'CAST(NULL AS BIGINT)',
  'pg_database_size(x)': 'CAST(NULL AS BIGINT)',
  'pg_size_pretty(bytes)': 'CAST(bytes AS VARCHAR)',
  'has_database_privilege(x, privilege)': 'true',
  'current_schemas(implicit)': `['pg_catalog', 'public']`,
  'current_schema()': `'public'`,
  'current_database()': `'all'`,
  // Drivers look for PostgreSQL's name in it.
  'version()': `'PostgreSQL 0.1.0 (Query Service)'`,
};

/** Tables of the catalog that have no rows here, with the columns that clients look at. */
const emptyTables: Readonly<Record<string, string>> = {
  pg_index:
    'indexrelid BIGINT, indrelid BIGINT, indisprimary BOOLEAN, indisunique BOOLEAN, indisclustered BOOLEAN, indisvalid BOOLEAN, indisreplident BOOLEAN, indkey BIGINT[]',
  pg_constraint:
    'oid BIGINT, conname VARCHAR, conrelid BIGINT, confrelid BIGINT, conindid BIGINT, contype VARCHAR, condeferrable BOOLEAN, condeferred BOOLEAN, conparentid BIGINT, conkey BIGINT[]',
  pg_inherits: 'inhrelid BIGINT, inhparent BIGINT, inhseqno INTEGER, inhdetachpending BOOLEAN',
  pg_attrdef: 'oid BIGINT, adrelid BIGINT, adnum SMALLINT, adbin VARCHAR',
  pg_trigger:
    'oid BIGINT, tgrelid BIGINT, tgname VARCHAR, tgisinternal BOOLEAN, tgenabled VARCHAR, tgparentid BIGINT',
  pg_policy:
    'oid BIGINT, polname VARCHAR, polrelid BIGINT, polpermissive BOOLEAN, polroles BIGINT[], polcmd VARCHAR, polqual VARCHAR, polwithcheck VARCHAR',
  pg_rewrite: 'oid BIGINT, ev_class BIGINT, rulename VARCHAR, ev_enabled VARCHAR, ev_type VARCHAR',
  pg_statistic_ext:
    'oid BIGINT, stxrelid BIGINT, stxnamespace BIGINT, stxname VARCHAR, stxkind VARCHAR[], stxstattarget INTEGER',
  pg_publication: 'oid BIGINT, pubname VARCHAR, puballtables BOOLEAN',
  pg_publication_rel: 'prpubid BIGINT, prrelid BIGINT, prqual VARCHAR, prattrs VARCHAR',
  pg_publication_namespace: 'pnpubid BIGINT, pnnspid BIGINT',
  pg_collation: 'oid BIGINT, collname VARCHAR',
  pg_auth_members: 'roleid BIGINT, member BIGINT, grantor BIGINT, admin_option BOOLEAN',
  pg_language: 'oid BIGINT, lanname VARCHAR',
  pg_am: 'oid BIGINT, amname VARCHAR',
  pg_foreign_table: 'ftrelid BIGINT, ftserver BIGINT',
  pg_description: 'objoid BIGINT, classoid BIGINT, objsubid INTEGER, description VARCHAR',
  pg_proc:
    'oid BIGINT, proname VARCHAR, pronamespace BIGINT, prokind VARCHAR, prorettype BIGINT, proargtypes BIGINT[], proisagg BOOLEAN, proiswindow BOOLEAN, proowner BIGINT, prolang BIGINT, prosecdef BOOLEAN, proacl VARCHAR[], prosrc VARCHAR, provolatile VARCHAR, proparallel VARCHAR, probin VARCHAR',
  pg_enum: 'oid BIGINT, enumtypid BIGINT, enumlabel VARCHAR',
  pg_extension:
    'oid BIGINT, extname VARCHAR, extversion VARCHAR, extnamespace BIGINT, extowner BIGINT, extrelocatable BOOLEAN',
  pg_range: 'rngtypid BIGINT, rngsubtype BIGINT',
};

/** Puts the catalog into a database of its own, in the place of what was there. */
export async function writeCatalog(
  connection: DuckDBConnection,
  { relations, types }: CatalogContents,
  nestedTypes: readonly { readonly oid: number; readonly name: string }[],
): Promise<void> {
  await connection.run(`DROP SCHEMA IF EXISTS ${informationSchema} CASCADE`);
  await connection.run(`DROP SCHEMA IF EXISTS ${catalogSchema} CASCADE`);
  await connection.run(`CREATE SCHEMA ${catalogSchema}`);
  await connection.run(`CREATE SCHEMA ${informationSchema}`);
  const classes = relations.map(
    ({ oid, name, kind, columns }) =>
      `(${oid}, ${quoted(name)}, ${publicOid}, 10, '${relationKinds[kind]}', ${columns.length})`,
  );
  const attributes = relations.flatMap(({ oid, columns }) =>
    columns.map(({ name, typeOid }, place) => `(${oid}, ${quoted(name)}, ${typeOid}, ${place + 1})`),
  );
  const scalars = Object.entries(scalarNames).map(
    ([oid, name]) => `(${oid}, ${quoted(name)}, ${quoted(name)}, 'b', 0, 0)`,
  );
  const own = types.map(
    ({ oid, name, relationOid, elementOid }) =>
      `(${oid}, ${quoted(name)}, ${quoted(name)}, '${relationOid > 0 ? 'c' : 'b'}', ${relationOid}, ${elementOid})`,
  );
  const nested = nestedTypes.map(({ oid, name }) => `(${oid}, ${quoted(name)}, ${quoted(name)}, 'c', 0, 0)`);
  for (const statement of [
    `CREATE TABLE pg_namespace AS SELECT * FROM (VALUES (${publicOid}, 'public', 10, NULL)) AS t(oid, nspname, nspowner, nspacl)`,
    `CREATE TABLE pg_database AS SELECT 1 AS oid, 'all' AS datname, 10 AS datdba, 6 AS encoding, 'C' AS datcollate,
       'C' AS datctype, CAST(NULL AS VARCHAR[]) AS datacl, true AS datallowconn, 1663 AS dattablespace, false AS datistemplate`,
    `CREATE TABLE pg_roles AS SELECT 10 AS oid, 'postgres' AS rolname, true AS rolsuper, true AS rolinherit,
       false AS rolcreaterole, false AS rolcreatedb, true AS rolcanlogin, -1 AS rolconnlimit,
       CAST(NULL AS TIMESTAMP) AS rolvaliduntil, false AS rolreplication, false AS rolbypassrls,
       CAST(NULL AS VARCHAR[]) AS rolconfig`,
    `CREATE TABLE pg_tablespace AS SELECT 1663 AS oid, 'pg_default' AS spcname, 10 AS spcowner`,
    classTable(classes),
    attributeTable(attributes),
    typeTable([...scalars, ...own, ...nested]),
    ...Object.entries(emptyTables).map(([name, columns]) => `CREATE TABLE ${name} (${columns})`),
  ]) {
    await connection.run(statement.replace('CREATE TABLE ', `CREATE TABLE ${catalogSchema}.`));
  }
  for (const [signature, body] of Object.entries(functions)) {
    await connection.run(`CREATE MACRO ${catalogSchema}.${signature} AS ${body}`);
  }
  for (const view of informationViews) await connection.run(view);
}

function classTable(rows: readonly string[]): string {
  return `CREATE TABLE pg_class AS
    SELECT *, 0 AS reltype, 0 AS reloftype, 0 AS relam, 0 AS reltablespace, 0 AS reltoastrelid, 0 AS relpages,
      CAST(-1 AS DOUBLE) AS reltuples, 0 AS relchecks, false AS relhasindex, false AS relhasrules, false AS relhastriggers,
      false AS relrowsecurity, false AS relforcerowsecurity, false AS relispartition, false AS relhasoids,
      false AS relhassubclass, 'p' AS relpersistence, 'd' AS relreplident, CAST(NULL AS VARCHAR) AS relpartbound,
      CAST(NULL AS VARCHAR[]) AS reloptions, CAST(NULL AS VARCHAR[]) AS relacl
    FROM (${values(rows, ['oid', 'relname', 'relnamespace', 'relowner', 'relkind', 'relnatts'])})`;
}

function attributeTable(rows: readonly string[]): string {
  return `CREATE TABLE pg_attribute AS
    SELECT *, -1 AS atttypmod, -1 AS attlen, false AS attnotnull, false AS atthasdef, false AS attisdropped, '' AS attidentity,
      '' AS attgenerated, 0 AS attcollation, -1 AS attstattarget, 'x' AS attstorage, '' AS attcompression,
      0 AS attndims, CAST(NULL AS VARCHAR[]) AS attfdwoptions, CAST(NULL AS VARCHAR[]) AS attacl
    FROM (${values(rows, ['attrelid', 'attname', 'atttypid', 'attnum'])})`;
}

function typeTable(rows: readonly string[]): string {
  return `CREATE TABLE pg_type AS
    SELECT *, ${publicOid} AS typnamespace, 10 AS typowner, -1 AS typlen, false AS typnotnull, 0 AS typbasetype, -1 AS typtypmod,
      0 AS typarray, 0 AS typcollation, ',' AS typdelim, 'U' AS typcategory, '-' AS typinput
    FROM (${values(rows, ['oid', 'typname', 'typformat', 'typtype', 'typrelid', 'typelem'])})`;
}

/** A query for rows that may be none. */
function values(rows: readonly string[], columns: readonly string[]): string {
  return rows.length > 0
    ? `SELECT * FROM (VALUES ${rows.join(', ')}) AS t(${columns.join(', ')})`
    : `SELECT ${columns.map((column) => `NULL AS ${column}`).join(', ')} WHERE false`;
}

const informationViews: readonly string[] = [
  `CREATE VIEW ${informationSchema}.schemata AS
     SELECT 'all' AS catalog_name, nspname AS schema_name, 'postgres' AS schema_owner FROM ${catalogSchema}.pg_namespace`,
  `CREATE VIEW ${informationSchema}.tables AS
     SELECT 'all' AS table_catalog, 'public' AS table_schema, relname AS table_name,
       CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'BASE TABLE' END AS table_type
     FROM ${catalogSchema}.pg_class WHERE relkind IN ('r', 'v')`,
  `CREATE VIEW ${informationSchema}.columns AS
     SELECT 'all' AS table_catalog, 'public' AS table_schema, relname AS table_name, attname AS column_name,
       attnum AS ordinal_position, CAST(NULL AS VARCHAR) AS column_default, 'YES' AS is_nullable,
       typformat AS data_type, typname AS udt_name
     FROM ${catalogSchema}.pg_class JOIN ${catalogSchema}.pg_attribute ON attrelid = pg_class.oid
     JOIN ${catalogSchema}.pg_type ON pg_type.oid = atttypid WHERE relkind IN ('r', 'v')`,
];
