// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

/** Makes the VSIX for this platform from what is in dist/, in the project's root, and tells its path. */
export async function makeVsix() {
  const target = `${process.platform}-${process.arch}`;
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const vsix = join(projectFolder, `feature-sql-${target}-${version}.vsix`);
  await vsce('package', '--target', target, '--out', vsix, '--no-rewrite-relative-links');
  return vsix;
}

/** The files that a VSIX would hold. */
export async function packagedFiles() {
  const lines = (await vsce('ls')).trim().split('\n');
  return lines.map((line) => line.trim());
}

/** @param {readonly string[]} args */
function vsce(...args) {
  return runCommand(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args], {
    cwd: projectFolder,
    quiet: true,
  });
}
