// @ts-check
// `npm run package`: makes the VSIX for this platform, and sees that VS Code can work with it once installed.
// `--update` accepts a changed list of files.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';
import { tryPackage } from './tryPackage.mjs';

/** Files of DuckDB's native part differ by platform, so the list only says that they are there. */
const native = /^(node_modules\/@duckdb\/node-bindings-)[^/]+\/.*$/;
const listFile = join(projectFolder, 'test/tools/packagedFiles.txt');
const target = `${process.platform}-${process.arch}`;

await runCommand(process.execPath, ['test/tools/build.mjs', '--production'], { cwd: projectFolder });
await compareFiles();
const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
const vsix = join(projectFolder, `feature-sql-${target}-${version}.vsix`);
await vsce('package', '--target', target, '--out', vsix, '--no-rewrite-relative-links');
const { size } = await stat(vsix);
console.log(`${vsix}: ${(size / 1024 / 1024).toFixed(1)} MB`);
await tryPackage(vsix);
console.log('Installed in VS Code, it completes names and runs a query');

/** @param {readonly string[]} args */
function vsce(...args) {
  return runCommand(process.execPath, ['node_modules/@vscode/vsce/vsce', ...args], {
    cwd: projectFolder,
    quiet: true,
  });
}

async function compareFiles() {
  const lines = (await vsce('ls')).trim().split('\n');
  const found = [...new Set(lines.map((line) => line.trim().replace(native, '$1*')))].sort();
  if (process.argv.includes('--update')) {
    await writeFile(listFile, `${found.join('\n')}\n`);
    return;
  }
  const expected = (await readFile(listFile, 'utf8')).trim().split('\n');
  const extra = found.filter((file) => !expected.includes(file));
  const missing = expected.filter((file) => !found.includes(file));
  if (extra.length === 0 && missing.length === 0) return;
  throw new Error(
    ['The package holds other files than test/tools/packagedFiles.txt says']
      .concat(extra.map((file) => `  not in the list: ${file}`))
      .concat(missing.map((file) => `  not in the package: ${file}`))
      .concat('If that is meant, run npm run package -- --update')
      .join('\n'),
  );
}
