import type { DuckDBConnection } from '@duckdb/node-api';
import { collectionMacros } from './collectionMacros';
import { conversionMacros } from './conversionMacros';
import { dateMacros } from './dateMacros';
import { featureMacros } from './featureMacros';
import { mathMacros } from './mathMacros';
import { roundingMacros } from './roundingMacros';
import { textMacros } from './textMacros';

/** Spark's functions that DuckDB lacks or means otherwise; a family may use those before it. */
const families = [
  conversionMacros,
  mathMacros,
  roundingMacros,
  collectionMacros,
  textMacros,
  dateMacros,
  featureMacros,
];

/** Makes the macros anew, in the schema `spark`. */
export async function createMacros(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE SCHEMA IF NOT EXISTS spark');
  for (const [signature, body] of families.flatMap(Object.entries<string>)) {
    await connection.run(`CREATE OR REPLACE MACRO spark.${signature} AS ${body}`);
  }
}
