// @ts-check
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';

/**
 * Runs a program to its end; `quiet` keeps its output back unless it fails. Rejects when it fails or is missing.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
export async function runCommand(program, args, { cwd, quiet = false, env = process.env } = {}) {
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && program === 'npm',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (output += chunk));
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`${[program, ...args].join(' ')} ended with code ${code}\n${output}`.trimEnd());
  }
  return output;
}

/**
 * The full path of a program on the PATH.
 *
 * @param {string} name
 */
export function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return folders
    .flatMap((folder) => names.map((each) => join(folder, each)))
    .find((path) => existsSync(path));
}
