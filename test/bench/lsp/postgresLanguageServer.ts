import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const version = '0.25.5';

/**
 * The program of postgres-language-server, installed on first need beside the project: its packages for other
 * platforms are not in every registry, so that it cannot be one of the project's own. `undefined` where npm has none.
 */
export async function postgresLanguageServer(): Promise<string | undefined> {
  const folder = resolve('.cache/bench/postgres-language-server');
  const program = join(folder, 'node_modules/.bin/postgres-language-server');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const args = ['install', '--no-audit', '--no-fund', `@postgres-language-server/cli@${version}`];
  await promisify(execFile)('npm', args, { cwd: folder }).catch(() => undefined);
  return existsSync(program) ? program : undefined;
}
