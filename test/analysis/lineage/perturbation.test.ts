import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { analyzeFile } from '../../../server/analysis/analyzeFile';
import { statementLineage } from '../../../server/analysis/lineage/statementLineage';
import { parse } from '../../../server/sql/parse';
import { Random } from '../../support/random';
import { randomQuery } from '../../support/randomQuery';
import { readCatalog } from '../../support/shopCatalog';

const tables = { t: ['a', 'b', 'c', 'd'], u: ['e', 'f', 'g'] } as const;
const fields = Object.entries(tables).flatMap(([table, columns]) => columns.map((name) => ({ table, name })));

const catalog = readCatalog(
  JSON.stringify({
    version: 1,
    datasets: Object.entries(tables).map(([table, columns]) => ({
      table,
      columns: columns.map((name) => ({ name, type: 'int' })),
    })),
  }),
);

const queries = 60;

test('a field that lineage does not list has no part in the column', { timeout: 120_000 }, async () => {
  const random = new Random(20_260_101);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await fill(connection, random);
    const wrong: string[] = [];
    for (let at = 0; at < queries; at++) {
      const { sql } = randomQuery(random, 2);
      wrong.push(...(await unlistedFields(connection, random, sql)));
    }
    expect(wrong).toEqual([]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});

/** The columns that change with a field that lineage does not list for them. */
async function unlistedFields(
  connection: DuckDBConnection,
  random: Random,
  sql: string,
): Promise<readonly string[]> {
  const listed = listedFields(sql);
  const before = await columnsOf(connection, sql);
  const wrong: string[] = [];
  for (const { table, name } of fields) {
    if (listed.every((names) => names.has(`${table}.${name}`))) continue;
    await connection.run('BEGIN');
    await connection.run(`UPDATE ${table} SET ${name} = (rowid * ${1 + random.below(5)} + 3) % 5`);
    const after = await columnsOf(connection, sql);
    await connection.run('ROLLBACK');
    listed.forEach((names, index) => {
      if (names.has(`${table}.${name}`) || before[index] === after[index]) return;
      wrong.push(`column ${index} of ${sql} changes with ${table}.${name}`);
    });
  }
  return wrong;
}

/** For each column the fields that its values or its rows come from. */
function listedFields(sql: string): readonly ReadonlySet<string>[] {
  const [statement] = analyzeFile(parse(sql), catalog).statements;
  const [lineage] = statement ? statementLineage(statement.model) : [];
  if (!lineage) throw new Error(`no lineage of ${sql}`);
  expect(lineage.rows.complete && lineage.columns.every(({ flow }) => flow.complete)).toBe(true);
  return lineage.columns.map(({ flow }) => {
    const reached = [...flow.reaches.keys(), ...lineage.rows.reaches.keys()];
    return new Set(reached.map((field) => field.name));
  });
}

/** The values of each column, in an order of their own. */
async function columnsOf(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getColumns().map((values) => values.map(String).sort().join(' '));
}

async function fill(connection: DuckDBConnection, random: Random): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    await connection.run(`CREATE TABLE ${table} (${columns.map((name) => `${name} INT`).join(', ')})`);
    const cell = () => (random.chance(0.1) ? 'NULL' : String(random.below(5)));
    const rows = Array.from({ length: 14 }, () => `(${columns.map(cell).join(', ')})`);
    await connection.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`);
  }
}
