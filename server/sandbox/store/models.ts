import { timestampValue, type DuckDBConnection } from '@duckdb/node-api';
import { trainedModel, type TrainedModel } from '../models/trainedModel';

/** A version of a model. */
export interface StoredModel {
  /** The same for all versions. */
  readonly id: string;
  /** In lower case. */
  readonly name: string;
  readonly version: number;
  readonly trained: TrainedModel;
}

/** A version that is read once it is asked for: trees can be long. */
export interface StoredVersion {
  readonly version: number;
  readonly read: () => TrainedModel;
}

/** What is told about a version beside what it does. */
export interface ModelFacts {
  /** As the author wrote it. */
  readonly title: string;
  /** The tables of the query. */
  readonly source: string;
  /** JSON. */
  readonly options: string;
  /** The list of TRANSFORM, as the author wrote it. */
  readonly transform: string;
  /** The columns that it learned from. */
  readonly fields: string;
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const modelTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.model (
     id VARCHAR NOT NULL,
     name VARCHAR NOT NULL,
     version INTEGER NOT NULL,
     title VARCHAR NOT NULL,
     source VARCHAR NOT NULL,
     type VARCHAR NOT NULL,
     options VARCHAR NOT NULL,
     transform VARCHAR NOT NULL,
     fields VARCHAR NOT NULL,
     body VARCHAR NOT NULL,
     created TIMESTAMP NOT NULL,
     updated TIMESTAMP NOT NULL,
     made_by VARCHAR NOT NULL,
     PRIMARY KEY (name, version))`,
];

/** The versions that there are, in rising order; none when there is no model of the name. */
export async function modelVersions(connection: DuckDBConnection, name: string): Promise<readonly number[]> {
  const query = 'SELECT version FROM platform.model WHERE name = lower($1) ORDER BY version';
  const found = await connection.runAndReadAll(query, [name]);
  return found.getRows().map(([version]) => version as number);
}

/** All versions, the oldest first. */
export async function findModel(
  connection: DuckDBConnection,
  name: string,
): Promise<readonly StoredVersion[]> {
  const query = 'SELECT version, body FROM platform.model WHERE name = lower($1) ORDER BY version';
  const found = await connection.runAndReadAll(query, [name]);
  return found.getRows().map(([version, body]) => ({
    version: version as number,
    read: () => trainedModel.parse(JSON.parse(body as string)),
  }));
}

/** Keeps a version in the place of the one of its number, if there is one. */
export async function keepModel(
  connection: DuckDBConnection,
  { id, name, version, trained }: StoredModel,
  facts: ModelFacts,
): Promise<void> {
  const at = timestampValue(BigInt(facts.at) * 1000n);
  const values = [
    id,
    name,
    version,
    facts.title,
    facts.source,
    trained.type,
    facts.options,
    facts.transform,
    facts.fields,
    JSON.stringify(trained),
    at,
    facts.madeBy,
  ];
  await connection.run(
    `INSERT INTO platform.model VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)
     ON CONFLICT DO UPDATE SET source = excluded.source, type = excluded.type, options = excluded.options,
       transform = excluded.transform, fields = excluded.fields, body = excluded.body, updated = excluded.updated,
       made_by = excluded.made_by`,
    values,
  );
}

export async function modelId(connection: DuckDBConnection, name: string): Promise<string | undefined> {
  const query = 'SELECT id FROM platform.model WHERE name = lower($1) LIMIT 1';
  const found = await connection.runAndReadAll(query, [name]);
  return found.getRows()[0]?.[0] as string | undefined;
}

/** Removes one version, or all of them. */
export async function removeModel(
  connection: DuckDBConnection,
  name: string,
  version: number | undefined,
): Promise<void> {
  if (version === undefined)
    await connection.run('DELETE FROM platform.model WHERE name = lower($1)', [name]);
  else
    await connection.run('DELETE FROM platform.model WHERE name = lower($1) AND version = $2', [
      name,
      version,
    ]);
}

/** What SHOW MODELS gives. */
export const modelList = `SELECT id AS "model-id", title AS "model-name", CAST(version AS VARCHAR) AS version,
    source AS "source-dataset", type, options, transform, fields, created, updated, made_by AS "created BY"
  FROM platform.model ORDER BY name, platform.model.version`;
