// @ts-check
// `npm run dev`: rebuilds the bundles and checks the types on every change. Reload the editor window to see it.
import { spawn } from 'node:child_process';
import { projectFolder } from './projectFolder.mjs';

const watchers = [
  ['test/tools/build.mjs', '--watch'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '--watch', '--preserveWatchOutput'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '--watch', '--preserveWatchOutput', '-p', 'media'],
].map((args) =>
  spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] }),
);

for (const watcher of watchers) {
  watcher.once('close', (code) => {
    process.exitCode ??= code ?? 1;
    watchers.forEach((each) => each.kill());
  });
}
