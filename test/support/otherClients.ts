import { execFile, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';
import type { SandboxReady } from '../../server/protocol/sandbox';

/** How a program of other people ended. */
export interface ProgramResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Checks with a program of other people; where it is not installed, the suite says so in one line and goes on. */
export function describeWith(program: string, body: () => void): void {
  if (spawnSync(program, ['--version']).status === 0) describe(program, body);
  else test(`${program} is not installed here, so nothing is checked with it`, () => undefined);
}

const clients = resolve('.cache/clients');
const python = join(clients, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

/** Checks with the Python packages that `npm run clients` installs; without them the suite says so in one line. */
export function describeWithPython(body: () => void): void {
  if (spawnSync(python, ['-c', 'import aepp, psycopg, psycopg2']).status === 0) describe('Python', body);
  else
    test('the Python clients are not installed here (npm run clients), so nothing is checked with them', () =>
      undefined);
}

/** Runs a script of `test/support/python`, and answers the JSON that it prints in its last line. */
export async function runPython(script: string, args: readonly string[], cwd: string): Promise<unknown> {
  const file = resolve('test/support/python', script);
  const options = { env: { PYTHONDONTWRITEBYTECODE: '1' }, cwd };
  const { code, stdout, stderr } = await runProgram(python, [file, ...args], options);
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** Runs a program to its end; it gets `input` as standard input. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string; readonly cwd?: string } = {},
): Promise<ProgramResult> {
  return await new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      { env: { ...process.env, ...options.env }, maxBuffer: 1 << 28, cwd: options.cwd },
      (error, stdout, stderr) => {
        if (error && typeof error.code === 'string') reject(error);
        else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
    child.stdin?.end(options.input ?? '');
  });
}

/** Runs psql on a sandbox, with nobody's settings. */
export async function psql(
  { pg }: Pick<SandboxReady, 'pg'>,
  args: readonly string[],
  options: { readonly input?: string; readonly connection?: string } = {},
): Promise<ProgramResult> {
  const connection = `host=${pg.host} port=${pg.port} dbname=${pg.dbname} user=${pg.user} ${options.connection ?? ''}`;
  return await runProgram('psql', ['--no-psqlrc', '--dbname', connection, ...args], {
    env: { PGPASSWORD: pg.password, PGSSLMODE: 'prefer' },
    ...(options.input === undefined ? {} : { input: options.input }),
  });
}
