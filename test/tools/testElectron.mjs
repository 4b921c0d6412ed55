// @ts-check
// `npm run test:electron`: the tests of the extension host in a desktop VS Code, which is downloaded. Needs a display.
import { runTests } from '@vscode/test-electron';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHostSuite } from './buildHostSuite.mjs';
import { projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

await runCommand(process.execPath, ['test/tools/build.mjs'], { cwd: projectFolder });
const folder = await mkdtemp(join(tmpdir(), 'feature-sql-electron-'));
try {
  const workspace = join(folder, 'workspace');
  await cp(join(projectFolder, 'media/templates/sample-project'), workspace, { recursive: true });
  const results = join(folder, 'results.json');
  const ended = await runTests({
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: await buildHostSuite(),
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${join(folder, 'user')}`,
    ],
    extensionTestsEnv: { FEATURE_SQL_HOME: join(folder, 'home'), FEATURE_SQL_TEST_RESULTS: results },
  }).catch((/** @type {unknown} */ error) => error);
  process.exitCode = await report(results, ended);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Prints the results of the suite; without any, why VS Code gave none.
 *
 * @param {string} file
 * @param {unknown} ended
 */
async function report(file, ended) {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  /** @type {import('../vscode/host/suite').HostResult[]} */
  const results = JSON.parse(text);
  for (const { name, failure } of results)
    console.log(failure ? `failed: ${name}\n${failure}` : `passed: ${name}`);
  if (results.length === 0)
    console.error(`VS Code ran no test: ${ended instanceof Error ? ended.message : ended}`);
  const failed = results.filter((result) => result.failure !== undefined).length;
  console.log(`${results.length - failed} passed, ${results.length === 0 ? 1 : failed} failed`);
  return failed > 0 || results.length === 0 ? 1 : 0;
}
