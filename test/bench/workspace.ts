import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReport, WorkspaceEdit } from 'vscode-languageserver';
import { shopSnapshot } from '../support/shopCatalog';
import { spread } from './lsp/percentile';
import { startServer, type ServerProcess } from './lsp/serverProcess';

const fileCount = 1_000;
/** So many files read what one makes, which in its turn reads what another one makes. */
const readersOfEach = 9;

/** Prints what a workspace of many files costs: to read it, to check all of it, to rename in it. */
export async function benchWorkspace(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  await mkdir(join(folder, '.feature-sql'));
  await writeFile(join(folder, '.feature-sql', 'catalog.json'), shopSnapshot);
  const texts = Array.from({ length: fileCount }, (_, at) => textOf(at));
  for (const [at, text] of texts.entries()) await writeFile(join(folder, nameOf(at)), text);
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  print(`${fileCount} files with ${lines} lines in all`);
  const server = await startServer({
    program: process.execPath,
    arguments: [join(process.cwd(), 'dist/server.js'), '--stdio'],
    folder,
    environment: { FEATURE_SQL_HOME: join(folder, 'home') },
    languageId: 'feature-sql',
  });
  try {
    await reading(server, print);
    await checking(server, folder, print);
    await typing(server, folder, print);
    await renaming(server, folder, print);
    const memory = await server.memory();
    if (memory)
      print(`memory of the server: ${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function reading(server: ServerProcess, print: (line: string) => void): Promise<void> {
  const uri = 'untitled:typing';
  const text = 'SELECT ';
  await server.open(uri, text);
  let isRead = false;
  const symbols = server.request('workspace/symbol', { query: 'visits_999' }).then(() => (isRead = true));
  const waits: number[] = [];
  while (!isRead) {
    const edit = { line: 0, from: text.length, to: text.length, text: 'c' };
    waits.push((await server.typeAndComplete(uri, edit)).milliseconds);
    await server.type(uri, { ...edit, to: text.length + 1, text: '' });
  }
  await symbols;
  print(
    `all files are read ${server.age().toFixed(0)} ms after the start; keystroke to proposals meanwhile: ${spread(waits)}`,
  );
  const memory = await server.memory();
  if (memory) print(`  memory of the server then: ${memory.now.toFixed(0)} MB`);
}

async function checking(server: ServerProcess, folder: string, print: (line: string) => void): Promise<void> {
  const [first, took] = await timed(() => check(server, []));
  const found = first.items.reduce((sum, item) => sum + (item.kind === 'full' ? item.items.length : 0), 0);
  print(`all files are checked in ${took.toFixed(0)} ms: ${found} findings`);
  const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const [, again] = await timed(() => check(server, known));
  print(`  once more, when nothing changed: ${again.toFixed(0)} ms`);
  const uri = pathToFileURL(join(folder, nameOf(0))).href;
  await server.open(uri, textOf(0).replace('AS n', 'AS m'));
  const [changed, afterwards] = await timed(() => check(server, known));
  const full = changed.items.filter(({ kind }) => kind === 'full').length;
  print(`  after a change of what others read: ${afterwards.toFixed(0)} ms, ${full} files anew`);
}

async function typing(server: ServerProcess, folder: string, print: (line: string) => void): Promise<void> {
  const uri = pathToFileURL(join(folder, nameOf(5))).href;
  const text = textOf(5);
  await server.open(uri, text);
  const line = text.split('\n').findIndex((each) => each.startsWith('FROM visits_'));
  const waits: number[] = [];
  for (let at = 0; at < 50; at++) {
    const edit = { line, from: 'FROM visits_'.length, to: 'FROM visits_'.length, text: 'x' };
    waits.push(await server.typeAndDiagnose(uri, edit));
    await server.type(uri, { ...edit, to: edit.to + 1, text: '' });
  }
  print(`keystroke in the name of a table to diagnostics: ${spread(waits)}`);
}

async function renaming(server: ServerProcess, folder: string, print: (line: string) => void): Promise<void> {
  const uri = pathToFileURL(join(folder, nameOf(10))).href;
  const text = textOf(10);
  await server.open(uri, text);
  const before = text.slice(0, text.indexOf('AS n') + 3).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const [edit, took] = await timed(() =>
    server.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position,
      newName: 'total',
    }),
  );
  print(`rename of a column in ${Object.keys(edit.changes ?? {}).length} files: ${took.toFixed(0)} ms`);
}

function check(server: ServerProcess, previousResultIds: readonly unknown[]) {
  return server.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
}

async function timed<R>(run: () => Promise<R>): Promise<readonly [R, number]> {
  const started = performance.now();
  return [await run(), performance.now() - started];
}

function nameOf(at: number): string {
  return `features_${at}.fsql`;
}

/** Every tenth file makes a table of events; those behind it read it, and make one each. */
function textOf(at: number): string {
  const source = at - (at % (readersOfEach + 1));
  const from = at === source ? 'web_events' : `visits_${source}`;
  const key = at === source ? '_acme.user_id AS user_id' : 'user_id';
  const count = at === source ? 'count(*) AS n' : 'sum(n) AS n';
  return `-- Features of step ${at}.
CREATE TABLE visits_${at} AS
SELECT ${key},
  ${count},
  max(${at === source ? 'timestamp' : 'latest'}) AS latest
FROM ${from}
WHERE ${at === source ? "timestamp >= '2026-01-01'" : 'n > 0'}
GROUP BY 1;

WITH ranked AS (
  SELECT user_id, n, latest, rank() OVER (PARTITION BY user_id ORDER BY latest DESC) AS place
  FROM visits_${at}
)
SELECT r.user_id, r.n AS visits, s.city,
  CASE WHEN r.n > 10 THEN 'often' WHEN r.n > 1 THEN 'again' ELSE 'once' END AS loyalty,
  coalesce(date_diff(current_date(), to_date(r.latest)), 0) AS days_since
FROM ranked r
LEFT JOIN stores s ON s.store_id = r.place
WHERE r.place = 1
ORDER BY visits DESC
LIMIT 100;

$$ BEGIN
  SET @last = SELECT max(latest) FROM visits_${at};
  CREATE TABLE IF NOT EXISTS report_${at} AS SELECT user_id, n FROM visits_${at};
  INSERT INTO report_${at} SELECT user_id, n FROM visits_${at} WHERE latest > @last;
EXCEPTION WHEN OTHERS THEN SELECT raise_error('report ${at} failed');
END $$;
`;
}
