import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import type { Dataset } from '../../server/catalog/types';
import { analyzeTypes } from '../../server/cli/analyzeTypes';
import { startSandbox } from '../../server/sandbox/startSandbox';
import { finishFolder } from './finishFolder';
import {
  databaseMade,
  dropsOfWhatIsMade,
  isSetting,
  needsFlattening,
  snapshotsNamed,
  takenForGranted,
  type Entry,
} from './statementText';
import { groupsOf, tableStatements } from './tableStatements';

/** What became of a statement; `alone` when it needed a session and tables that no other statement had touched. */
interface Outcome {
  readonly entry: Entry;
  readonly kind: 'run' | 'refused' | 'failed';
  readonly sqlState: string;
  readonly message: string;
  readonly alone: boolean;
}

/** Answers the exit code: 2 for wrong usage, 1 when a statement failed. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const [entriesFile, catalogFile] = args;
  if (entriesFile === undefined || args.length > 2) {
    print('Usage: npm run documented -- FILE.jsonl [CATALOG.json]');
    return 2;
  }
  const entries = await readEntries(entriesFile);
  const datasets = catalogFile === undefined ? [] : await readDatasets(catalogFile);
  const home = await mkdtemp(join(tmpdir(), 'feature-sql-documented-'));
  try {
    const folder = join(home, 'prepared');
    await prepareFolder(folder, datasets, snapshotsNamed(entries));
    const outcomes = await runInOrder(join(home, 'shared'), folder, entries);
    const settled: Outcome[] = [];
    for (const outcome of outcomes) {
      settled.push(outcome.kind === 'run' ? outcome : await again(join(home, 'alone'), folder, outcome));
    }
    report(settled, print);
    return settled.some(({ kind }) => kind === 'failed') ? 1 : 0;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** A data folder with the tables of the catalog; each has a snapshot for every id that the statements name. */
async function prepareFolder(
  folder: string,
  datasets: readonly Dataset[],
  snapshots: readonly bigint[],
): Promise<void> {
  await inSandbox(folder, async (client) => {
    for (const statement of groupsOf(datasets)) await client.query(statement);
    const writes = Math.max(2, snapshots.length);
    const made = new Set<string>();
    for (const dataset of datasets) {
      for (const statement of tableStatements(dataset, { writes, made })) await client.query(statement);
      made.add((dataset.table.split('.').at(-1) as string).toLowerCase());
    }
  });
  await finishFolder(folder, datasets, snapshots);
}

/** Runs one statement after another in one session: some use what others made. */
async function runInOrder(folder: string, prepared: string, entries: readonly Entry[]): Promise<Outcome[]> {
  await cp(prepared, folder, { recursive: true });
  return await inSandbox(folder, async (client, connect) => {
    const outcomes: Outcome[] = [];
    for (const entry of entries) {
      const own = isSetting(entry) ? await connect() : undefined;
      outcomes.push(await outcomeOf(own ?? client, entry, false));
    }
    return outcomes;
  });
}

/** Runs a statement in a session of its own on fresh tables, without those that it makes itself. */
async function again(folder: string, prepared: string, first: Outcome): Promise<Outcome> {
  await cp(prepared, folder, { recursive: true });
  try {
    return await inSandbox(folder, async (plain, connect) => {
      const client = needsFlattening(first.entry) ? await connect('?FLATTEN') : plain;
      await dropDatabase(client, databaseMade(first.entry));
      for (const statement of [...dropsOfWhatIsMade(first.entry), ...takenForGranted(first.entry)]) {
        await client.query(statement).catch((error: unknown) => error);
      }
      const second = await outcomeOf(client, first.entry, true);
      return second.kind === 'run' || (first.kind === 'failed' && second.kind === 'refused') ? second : first;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function outcomeOf(client: pg.Client, entry: Entry, alone: boolean): Promise<Outcome> {
  try {
    await client.query(entry.sql);
    return { entry, kind: 'run', sqlState: '', message: '', alone };
  } catch (error) {
    const sqlState = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    const message = error instanceof Error ? error.message : String(error);
    return { entry, kind: sqlState === '0A000' ? 'refused' : 'failed', sqlState, message, alone };
  }
}

async function dropDatabase(client: pg.Client, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const { rows } = await client.query<{ readonly schema: string }>(`SHOW SCHEMAS`);
  for (const { schema } of rows) {
    await client.query(`DROP SCHEMA ${name}.${schema} CASCADE`).catch((error: unknown) => error);
  }
  await client.query(`DROP DATABASE IF EXISTS ${name}`);
}

/** `connect` gives another session; `options` stand behind the name of the database. */
type Connect = (options?: string) => Promise<pg.Client>;

/** Work on a sandbox of its own, with a session. */
async function inSandbox<T>(
  folder: string,
  work: (client: pg.Client, connect: Connect) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ analyzeTypes, folder, events: 20_000 });
  const { host, port, dbname, user, password } = sandbox.ready.pg;
  const clients: pg.Client[] = [];
  const connect: Connect = async (options = '') => {
    const client = new pg.Client({ host, port, database: `${dbname}${options}`, user, password });
    clients.push(client);
    await client.connect();
    return client;
  };
  try {
    return await work(await connect(), connect);
  } finally {
    for (const client of clients) await client.end();
    await sandbox.close();
  }
}

function report(outcomes: readonly Outcome[], print: (line: string) => void): void {
  const count = (kind: Outcome['kind']): number => outcomes.filter((each) => each.kind === kind).length;
  print('| Statements | Run | Refused | Failed |');
  print('| ---------: | --: | ------: | -----: |');
  print(`| ${outcomes.length} | ${count('run')} | ${count('refused')} | ${count('failed')} |`);
  const others = outcomes.filter(({ kind, alone }) => kind !== 'run' || alone);
  if (others.length === 0) return;
  print('');
  print('| Statement | Outcome | SQLSTATE | Message |');
  print('| --------- | ------- | -------- | ------- |');
  for (const { entry, kind, sqlState, message, alone } of others) {
    const cell = message.replaceAll('|', '\\|').replaceAll('\n', ' ');
    print(`| ${entry.name} | ${kind}${alone ? ', alone' : ''} | ${sqlState} | ${cell} |`);
  }
}

async function readEntries(file: string): Promise<readonly Entry[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Entry);
}

async function readDatasets(file: string): Promise<readonly Dataset[]> {
  const reading = readSnapshot(await readFile(file, 'utf8'));
  if (reading.status === 'read') return reading.catalog.datasets;
  throw new Error(`${file}: ${reading.message}`);
}
