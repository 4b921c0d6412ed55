import type { DuckDBConnection } from '@duckdb/node-api';
import { descendants } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import type { Statement } from '../../sql/tree';
import { lakeTable } from '../store/createDataset';
import { listDatasets, readSchema, type StoredDataset } from '../store/datasets';
import { sampleQuery, sampleTablesOf } from '../store/samples';
import { historyQuery, snapshotIds } from '../store/snapshots';
import { identifier } from '../store/sqlText';
import type { Environment, KnownTable } from '../translate/environment';
import { namesOf } from '../translate/nodes';
import type { Session } from './session';

/** Reads what the translation of a statement has to know: the tables, and more of those that it names. */
export async function readEnvironment(session: Session, statement: Statement): Promise<Environment> {
  const { database, rowCap } = session.services;
  return await database.use(async (connection) => {
    const datasets = new Map((await listDatasets(connection)).map((dataset) => [dataset.table, dataset]));
    const tables = new Map<string, KnownTable>();
    const wanted = mentions(statement);
    for (const [name, dataset] of datasets) {
      if (wanted.has(name)) tables.set(name, await knownTable(connection, dataset));
    }
    return {
      rowCap,
      table: (name) => {
        const table = tableName(name);
        return table === undefined ? undefined : tables.get(table);
      },
    };
  });
}

async function knownTable(connection: DuckDBConnection, dataset: StoredDataset): Promise<KnownTable> {
  const schema = await readSchema(connection, dataset.schemaId);
  const [sample] = await sampleTablesOf(connection, dataset.id);
  return {
    sql: publicView(dataset.table),
    ...(schema ? { columns: schema.properties } : {}),
    history: {
      lakeTable: lakeTable(dataset),
      snapshots: await snapshotIds(connection, dataset.id),
      metaQuery: historyQuery(dataset.id),
      samplesQuery: sampleQuery(dataset.id),
      ...(sample === undefined ? {} : { newestSample: publicView(sample) }),
    },
  };
}

function publicView(table: string): string {
  return `public.${identifier(table)}`;
}

/** `t`, `public.t` or `prod.public.t`: the name of a data set within the one sandbox. */
export function tableName(name: readonly string[]): string | undefined {
  const [table, schema] = [...name].reverse().map((part) => part.toLowerCase());
  return schema === undefined || schema === 'public' ? table : undefined;
}

/** Names in the statement, in lower case, that could be those of tables; also in the texts of its strings. */
function mentions(statement: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(statement.root)) {
    if (node.kind === NodeKind.QualifiedName) {
      const name = namesOf(statement, node).at(-1);
      if (name !== undefined) names.add(name.toLowerCase());
    } else if (node.kind === NodeKind.FunctionCall) {
      for (const [, text] of statement.text.matchAll(/'(\w+)'/g)) names.add((text as string).toLowerCase());
    }
  }
  return names;
}
