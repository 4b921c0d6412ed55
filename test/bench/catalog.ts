import { setTimeout } from 'node:timers/promises';
import { bigTableName } from '../support/bigCatalog';
import { bigSize, bigWorkspace, type BigWorkspace } from './lsp/bigWorkspace';
import { spread } from './lsp/percentile';
import type { ServerProcess } from './lsp/serverProcess';

/** Prints how a large catalog is read: as a file that is new, and from what was kept of it. */
export async function benchCatalog(print: (line: string) => void): Promise<void> {
  const workspace = await bigWorkspace();
  try {
    print(`catalog.json of ${bigSize.datasets} data sets with ${bigSize.leaves} nested fields each`);
    await newFile(workspace, print);
    await keptFile(workspace, print);
  } finally {
    await workspace.remove();
  }
}

const uri = 'untitled:typing';
const text = 'SELECT * FROM ';
const typed = { line: 0, from: text.length, to: text.length, text: 'w' };
const erased = { ...typed, to: typed.to + 1, text: '' };

async function newFile(workspace: BigWorkspace, print: (line: string) => void): Promise<void> {
  const server = await workspace.start();
  await server.open(uri, text);
  const waits: number[] = [];
  const ready = await untilTables(server, waits);
  // Once the columns are checked, the file is kept: so long somebody types on.
  while (!(await workspace.isKept())) {
    waits.push(await keystroke(server).then(({ milliseconds }) => milliseconds));
    await setTimeout(10);
  }
  const checked = server.age();
  print(`the file is new: tables are proposed ${ready.toFixed(0)} ms after the start of the server,`);
  print(
    `  all is checked and kept after ${checked.toFixed(0)} ms; keystroke to proposals meanwhile: ${spread(waits)}`,
  );
  await printMemory(server, print);
  await server.stop();
}

async function keptFile(workspace: BigWorkspace, print: (line: string) => void): Promise<void> {
  const server = await workspace.start();
  await server.open(uri, text);
  const ready = await untilTables(server, []);
  print(`the file is kept: tables are proposed ${ready.toFixed(0)} ms after the start of the server`);
  const mentions: number[] = [];
  for (let at = 0; at < 50; at++) {
    const first = `untitled:first-${at}`;
    const query = `SELECT web FROM ${bigTableName(at * 17)}`;
    await server.open(first, query);
    const edit = { line: 0, from: 'SELECT web'.length, to: 'SELECT web'.length, text: '.' };
    const { milliseconds, labels } = await server.typeAndComplete(first, edit);
    if (!labels.includes('webPageDetails')) throw new Error(`No fields of ${bigTableName(at * 17)}`);
    mentions.push(milliseconds);
  }
  print(`  fields of a data set at its first mention: ${spread(mentions)}`);
  await printMemory(server, print);
  await server.stop();
}

/** The age of the server when it first knows the tables. */
async function untilTables(server: ServerProcess, waits: number[]): Promise<number> {
  for (;;) {
    const { milliseconds, labels } = await keystroke(server);
    waits.push(milliseconds);
    if (labels.includes(bigTableName(0))) return server.age();
    await setTimeout(5);
  }
}

async function keystroke(server: ServerProcess) {
  const proposed = await server.typeAndComplete(uri, typed);
  await server.type(uri, erased);
  return proposed;
}

async function printMemory(server: ServerProcess, print: (line: string) => void): Promise<void> {
  const memory = await server.memory();
  if (memory)
    print(
      `  memory of the server (resident): ${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
    );
}
