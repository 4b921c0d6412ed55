// @ts-check
// `npm run package`: makes the VSIX for this platform, and sees that VS Code can work with it once installed.
// `--update` accepts a changed list of files.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeVsix, packagedFiles } from './makeVsix.mjs';
import { projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';
import { tryPackage } from './tryPackage.mjs';

/** Files of DuckDB's native part differ by platform, so the list only says that they are there. */
const native = /^(node_modules\/@duckdb\/node-bindings-)[^/]+\/.*$/;
const listFile = join(projectFolder, 'test/tools/packagedFiles.txt');

try {
  await runCommand(process.execPath, ['test/tools/build.mjs', '--production'], { cwd: projectFolder });
  await compareFiles();
  const vsix = await makeVsix();
  console.log(`${vsix}: ${((await stat(vsix)).size / 1024 / 1024).toFixed(1)} MB`);
  await tryPackage(vsix);
  console.log('Installed in VS Code, it completes names and runs a query');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function compareFiles() {
  const found = [...new Set((await packagedFiles()).map((file) => file.replace(native, '$1*')))].sort();
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
