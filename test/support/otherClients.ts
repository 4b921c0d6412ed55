import { execFile, spawnSync } from 'node:child_process';
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

/** Runs a program to its end; it gets `input` as standard input. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<ProgramResult> {
  return await new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      { env: { ...process.env, ...options.env }, maxBuffer: 1 << 28 },
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
