import type { DuckDBConnection } from '@duckdb/node-api';
import { parseType } from '../../catalog/typeText';
import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { parseStatement } from '../../sql/parse';
import type { Statement } from '../../sql/tree';
import type { ClientAccess } from '../access/clientAccess';
import { lakeTable } from '../store/createDataset';
import { findDataset, readSchema, type StoredDataset } from '../store/datasets';
import { sampleQuery, sampleTablesOf } from '../store/samples';
import { historyQuery, snapshotIds } from '../store/snapshots';
import { identifier } from '../store/sqlText';
import { lakeTableWithSystemColumns, systemColumnNames } from '../store/systemColumns';
import { findView, type StoredView } from '../store/views';
import type { Environment, KnownTable } from '../translate/environment';
import { render } from '../translate/fragment';
import { namesOf } from '../translate/nodes';
import { analysisErrorAt } from '../translate/refusal';
import { startTranslation } from '../translate/startTranslation';
import type { StatementTypes, TypeAnalysis, TypedTable } from '../translate/typeAnalysis';
import { sparkType } from '../values/sparkType';
import { describedColumns } from './boundStatement';
import { fromDuckdb } from './duckdbError';
import { allColumns, flattened } from './flatten';
import { profileReport } from './profileReports';
import { readModels } from './readModels';
import type { Session } from './session';
import { restrictedTable } from './restrictedTable';
import { plainTableName } from './tableNames';
import { SqlError, sqlStates } from './sqlError';

/** Views that may stand upon views. */
const deepestView = 20;

/** Reads what the translation of a statement has to know: the tables that it names. */
export async function readEnvironment(
  session: Session,
  statement: Statement,
  depth = 0,
): Promise<Environment> {
  const { database, rights, rowCap } = session.services;
  const access = await rights.of(session.clientId);
  const systemColumns = systemColumnsIn(statement);
  const dropsSystemColumns = session.settings.isOn('drop_system_columns');
  const system = dropsSystemColumns && systemColumns.length === 0 ? undefined : systemColumns;
  return await database.use(async (connection) => {
    const tables = new Map<string, KnownTable>();
    // What a view is made of is nested in every session.
    const flattens = session.flattens && depth === 0;
    for (const name of mentions(statement)) {
      const plain = await plainTableName(connection, name.split('.'));
      const table =
        plain === undefined
          ? await profileReport(connection, name)
          : await readTable(session, connection, plain, { depth, access, system });
      if (table) tables.set(name, flattens ? await flattenedTable(session, connection, table) : table);
    }
    const models = await readModels(connection, statement);
    const types = lazily(
      session.services.analyzeTypes,
      statement,
      await columnsOf(connection, tables),
      models.typed,
    );
    const mistake = types.mistake();
    if (mistake) throw analysisErrorAt(mistake.offset, mistake.message);
    return {
      ...types,
      user: session.user,
      rowCap,
      hidesSystemColumns: dropsSystemColumns && systemColumns.length > 0,
      model: models.find,
      showsHiddenFields: session.settings.isOn('advanced_statistics_show_hidden_fields'),
      fallsBackToFirstSnapshot: session.settings.isOn('resolve_fallback_snapshot_on_failure'),
      table: (name) => tables.get(name.join('.').toLowerCase()),
    };
  });
}

/** The analysis is made when it is first asked. */
function lazily(analyze: TypeAnalysis, ...about: Parameters<TypeAnalysis>): StatementTypes {
  let made: StatementTypes | undefined;
  const types = (): StatementTypes => (made ??= analyze(...about));
  return {
    typeOf: (expression) => types().typeOf(expression),
    isText: (path) => types().isText(path),
    arraysIn: (path) => types().arraysIn(path),
    columnsOf: (query) => types().columnsOf(query),
    mistake: () => types().mistake(),
  };
}

async function columnsOf(
  connection: DuckDBConnection,
  tables: ReadonlyMap<string, KnownTable>,
): Promise<readonly TypedTable[]> {
  const typed: TypedTable[] = [];
  for (const [name, { sql }] of tables) {
    const prepared = await connection.prepare(`FROM ${sql}`).catch((error: unknown) => {
      // A view can name what is gone, or hidden from the client.
      throw fromDuckdb(error, { sql, sourceOffset: () => 0 });
    });
    const columns = describedColumns(prepared).map((column) => ({
      name: column.name,
      type: parseType(column.type ? sparkType(column.type) : 'void'),
    }));
    prepared.destroySync();
    typed.push({ name, columns });
  }
  return typed;
}

/** What a name in lower case stands for: a temporary table of the session, a data set or a view. */
async function readTable(
  session: Session,
  connection: DuckDBConnection,
  name: string,
  about: {
    readonly depth: number;
    readonly access: ClientAccess;
    readonly system: readonly string[] | undefined;
  },
): Promise<KnownTable | undefined> {
  const { depth, access, system } = about;
  const temporary = session.temporaryTables.get(name);
  if (temporary) return temporary;
  const temporaryView = session.temporaryViews.get(name);
  if (temporaryView !== undefined) return await viewTable(session, { name, sql: temporaryView }, depth);
  const dataset = await findDataset(connection, name);
  if (dataset) {
    const { table, hidden } = await restrictedTable(
      connection,
      dataset,
      await knownTable(connection, dataset, system),
      access,
    );
    session.hidden = [...session.hidden, ...hidden];
    return table;
  }
  const view = await findView(connection, name);
  if (!view) return undefined;
  return await viewTable(session, view, depth);
}

/** Its earlier states have their arrays as a whole, in which something may be hidden. */
async function flattenedTable(
  session: Session,
  connection: DuckDBConnection,
  table: KnownTable,
): Promise<KnownTable> {
  const flat = await flattened(connection, table);
  return session.hidden.length > 0 ? { sql: flat.sql } : flat;
}

/** A view is its query in brackets. */
async function viewTable(
  session: Session,
  view: Pick<StoredView, 'name' | 'sql'>,
  depth: number,
): Promise<KnownTable> {
  if (depth >= deepestView) {
    const detail = view.name;
    throw new SqlError(sqlStates.systemError, 'Views refer to one another in a circle', { detail });
  }
  const statement = parseStatement(view.sql);
  const environment = await readEnvironment(session, statement, depth + 1);
  const translated = startTranslation(statement, { ...environment, rowCap: undefined }).emit(statement.root);
  return { sql: `(${render(translated, statement.text).sql})` };
}

async function knownTable(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  system: readonly string[] | undefined,
): Promise<KnownTable> {
  const [sample] = await sampleTablesOf(connection, dataset.id);
  const lake = system ? await lakeWithSystemColumns(connection, dataset, system) : lakeTable(dataset);
  return {
    sql: system ? `(SELECT ${allColumns} FROM ${lake})` : publicView(dataset.table),
    history: {
      lakeTable: lake,
      columns: allColumns,
      snapshots: await snapshotIds(connection, dataset.id),
      metaQuery: historyQuery(dataset.id),
      samplesQuery: sampleQuery(dataset.id),
      ...(sample === undefined ? {} : { newestSample: publicView(sample) }),
    },
  };
}

async function lakeWithSystemColumns(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  mentioned: readonly string[],
): Promise<string> {
  const schema = await readSchema(connection, dataset.schemaId);
  const hasTimestamp = schema?.properties['timestamp'] !== undefined;
  return lakeTableWithSystemColumns(dataset, hasTimestamp && mentioned.includes('_acp_date'));
}

/** The Platform's own columns that stand in the statement. */
function systemColumnsIn({ text }: Statement): readonly string[] {
  const lower = text.toLowerCase();
  return systemColumnNames.filter((name) => lower.includes(name));
}

function publicView(table: string): string {
  return `public.${identifier(table)}`;
}

/** Names in the statement, their parts joined and in lower case, that could be those of tables; also in the texts of its strings. */
function mentions(statement: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(statement.root)) {
    if (node.kind === NodeKind.QualifiedName) {
      names.add(namesOf(statement, node).join('.').toLowerCase());
    } else if (node.kind === NodeKind.FunctionCall) {
      for (const [, text] of statement.text.matchAll(/'([\w.]+)'/g))
        names.add((text as string).toLowerCase());
    }
  }
  return names;
}
