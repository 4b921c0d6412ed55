import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { analyzeTypes } from '../../server/cli/analyzeTypes';
import { startSandbox, type RunningSandbox } from '../../server/sandbox/startSandbox';
import { RandomSource } from './random';
import { soakSession, type SoakCounts } from './session';

const events = 2_000;
const asText = { getTypeParser: () => String };

/**
 * Many sessions with mixed load, among it cancels and clients that go away, on a sandbox in this process. Answers the
 * exit code: 1 when a row was wrong, an error came from the sandbox itself, or something was left over.
 */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '5' },
      sessions: { type: 'string', default: '32' },
      seed: { type: 'string', default: '1' },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-soak-'));
  const internal: unknown[] = [];
  const sandbox = await startSandbox({
    analyzeTypes,
    folder,
    events,
    onInternalError: (error) => internal.push(error),
  });
  try {
    const load = {
      minutes: Number(values.minutes),
      sessions: Number(values.sessions),
      seed: Number(values.seed),
    };
    print(`${load.sessions} sessions for ${load.minutes} minutes, seed ${load.seed}`);
    const counts = await soak(sandbox, load, print);
    const left = await leftOver(sandbox);
    print(
      `${counts.statements} checks, ${counts.rows} rows, ${counts.cancels} cancels, ${counts.disconnects} disconnects`,
    );
    print(
      `wrong: ${counts.wrong.length}, internal errors: ${internal.length}, statements left over: ${left}`,
    );
    for (const problem of [...counts.wrong.slice(0, 10), ...internal.slice(0, 10)]) print(String(problem));
    return counts.wrong.length + internal.length + left > 0 ? 1 : 0;
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function soak(
  { ready }: RunningSandbox,
  load: { readonly minutes: number; readonly sessions: number; readonly seed: number },
  print: (line: string) => void,
): Promise<SoakCounts> {
  const counts: SoakCounts = { statements: 0, rows: 0, cancels: 0, disconnects: 0, wrong: [] };
  const { host, port, dbname: database, user, password } = ready.pg;
  const config = { host, port, database, user, password, types: asText };
  const end = Date.now() + load.minutes * 60_000;
  const isOver = (): boolean => Date.now() >= end;
  const reporting = setInterval(() => {
    print(`${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB, ${counts.statements} checks`);
  }, 15_000);
  await Promise.all(
    Array.from({ length: load.sessions }, async (_, index) => {
      const random = new RandomSource(load.seed * 1_000 + index);
      await soakSession({ index, config, random, counts, events, isOver }).catch((error: unknown) =>
        counts.wrong.push(`Session ${index} ended: ${String(error)}`),
      );
    }),
  );
  clearInterval(reporting);
  return counts;
}

/** Statements that are open although all clients have gone, once the sandbox had time to notice. */
async function leftOver({ openStatements }: RunningSandbox): Promise<number> {
  for (let round = 0; round < 100 && openStatements() > 0; round++) await wait(100);
  return openStatements();
}
