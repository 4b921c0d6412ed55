// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from './projectFolder.mjs';

/**
 * Starts the local sandbox with its data in `home`, and waits until it is ready. Programs that are told the same
 * `FEATURE_SQL_HOME` use it.
 *
 * @param {string} home
 * @param {readonly string[]} [args] more arguments, such as `--events 1000000`
 */
export async function startSandbox(home, args = []) {
  const program = join(projectFolder, 'dist/cli.js');
  const child = spawn(process.execPath, [program, 'sandbox', '--data', join(home, 'sandbox'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const end = () => child.kill();
  process.once('exit', end);
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`The local sandbox ended with code ${code} before it was ready`)),
    );
  });
  return {
    ended,
    stop: async () => {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}
