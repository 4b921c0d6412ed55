import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bigLeaves, bigTableName } from '../support/bigCatalog';
import { Random } from '../support/random';
import { bigSize, bigWorkspace, type BigWorkspace } from './lsp/bigWorkspace';
import { longFile, undo, type LongFile, type Tables } from './lsp/longFile';
import { percentile, spread } from './lsp/percentile';
import { startPostgres, type Postgres } from './lsp/postgres';
import { postgresLanguageServer } from './lsp/postgresLanguageServer';
import { startServer, type ServerProcess } from './lsp/serverProcess';

const lines = 1_000;
/** The tables that the file reads. */
const used = Array.from({ length: 24 }, (_, at) => bigTableName(at * 41));

/** Prints what a keystroke costs in a long file on a large catalog, beside postgres-language-server on a smaller one. */
export async function benchLanguageServer(print: (line: string) => void): Promise<void> {
  const ours = await benchOurs(print);
  const program = await postgresLanguageServer();
  if (program === undefined) {
    print('postgres-language-server: skipped, as npm cannot install it here');
    return;
  }
  const postgres = await startPostgres();
  if (!postgres) {
    print('postgres-language-server: skipped, as no PostgreSQL is installed here');
    return;
  }
  try {
    const theirs = await benchTheirs(program, postgres, print);
    const [median, high] = [0.5, 0.95].map((share) => percentile(theirs, share) / percentile(ours, share));
    print(`  ours is ${median?.toFixed(0)} times faster at p50, ${high?.toFixed(0)} times at p95`);
  } finally {
    await postgres.stop();
  }
}

async function benchOurs(print: (line: string) => void): Promise<readonly number[]> {
  const leaves = bigLeaves(bigSize);
  const file = longFile(
    lines,
    { names: used, column: (table, random) => random.pick(leaves(table)) },
    new Random(3),
  );
  const workspace = await bigWorkspace();
  await readOnce(workspace);
  const server = await workspace.start();
  try {
    const uri = pathToFileURL(join(workspace.folder, 'long.fsql')).href;
    await server.open(uri, file.text);
    await untilKnown(server, uri, file);
    const completions = await complete(server, uri, file, 400);
    print(`${lines} lines on ${bigSize.datasets} data sets with ${bigSize.leaves} nested fields each:`);
    print(`  keystroke to proposals: ${spread(completions)}`);
    const diagnoses: number[] = [];
    for (const edit of picked(file, 200)) {
      diagnoses.push(await server.typeAndDiagnose(uri, edit));
      await server.typeAndRest(uri, undo(file, edit));
    }
    print(`  keystroke to diagnostics: ${spread(diagnoses)}`);
    const memory = await server.memory();
    if (memory)
      print(
        `  memory of the server (resident): ${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
      );
    return completions;
  } finally {
    await server.stop();
    await workspace.remove();
  }
}

/** Lets a server read the catalog, so that the next one finds what was kept of it. */
async function readOnce(workspace: BigWorkspace): Promise<void> {
  const server = await workspace.start();
  while (!(await workspace.isKept()) && server.age() < longestWait) await setTimeout(50);
  await server.stop();
}

const flatColumns = 100;

async function benchTheirs(
  program: string,
  postgres: Postgres,
  print: (line: string) => void,
): Promise<readonly number[]> {
  const columns = [
    '_id text',
    'timestamp timestamptz',
    ...Array.from({ length: flatColumns - 2 }, (_, at) => `${flatName(at)} text`),
  ];
  for (let at = 0; at < bigSize.datasets; at++) {
    await postgres.query(`CREATE TABLE ${bigTableName(at)} (${columns.join(', ')})`);
  }
  const tables: Tables = { names: used, column: (_, random) => flatName(random.below(flatColumns - 2)) };
  const file = longFile(lines, tables, new Random(3));
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  const db = {
    host: '127.0.0.1',
    port: postgres.port,
    username: 'postgres',
    password: 'x',
    database: 'postgres',
  };
  await writeFile(join(folder, 'postgres-language-server.jsonc'), JSON.stringify({ db }));
  const uri = pathToFileURL(join(folder, 'long.sql')).href;
  const server = await startServer({
    program,
    arguments: ['lsp-proxy', `--config-path=${folder}`, `--log-path=${folder}`],
    folder,
    languageId: 'sql',
  });
  try {
    await writeFile(join(folder, 'long.sql'), file.text);
    await server.open(uri, file.text);
    await untilKnown(server, uri, file);
    const completions = await complete(server, uri, file, 60);
    print(
      `postgres-language-server, ${lines} lines on ${bigSize.datasets} tables with ${flatColumns} columns each:`,
    );
    print(`  keystroke to proposals: ${spread(completions)}`);
    return completions;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function flatName(at: number): string {
  return `${['page', 'order', 'customer', 'campaign', 'device'][at % 5]}_${['name', 'code', 'total'][at % 3]}_${at}`;
}

async function complete(
  server: ServerProcess,
  uri: string,
  file: LongFile,
  times: number,
): Promise<number[]> {
  const taken: number[] = [];
  for (const edit of picked(file, times)) {
    const { milliseconds, labels } = await server.typeAndComplete(uri, edit);
    if (labels.length === 0)
      throw new Error(`Nothing was proposed for ${edit.text} in line ${edit.line + 1}`);
    taken.push(milliseconds);
    await server.typeAndRest(uri, undo(file, edit));
  }
  return taken;
}

function picked(file: LongFile, times: number) {
  const random = new Random(4);
  return Array.from({ length: times }, () => random.pick(file.places));
}

const longestWait = 60_000;

/** Waits until the server has read its catalog: the first place of a table is completed. */
async function untilKnown(server: ServerProcess, uri: string, file: LongFile): Promise<void> {
  const [edit] = file.places;
  if (!edit) throw new Error('The file has no place to type at');
  while (server.age() < longestWait) {
    const { labels } = await server.typeAndComplete(uri, edit);
    await server.typeAndRest(uri, undo(file, edit));
    if (labels.some((label) => used.includes(label))) return;
    await setTimeout(50);
  }
  throw new Error('The server knows no tables');
}
