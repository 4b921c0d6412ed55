// @ts-check
// `npm test`: installs what is missing, runs every stage even after a failure, and closes with the counts.
// `node test/tools/test.mjs STAGE...` runs some stages. Plain Node: it also works on a fresh clone.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installDependencies, installTestPrograms } from './installWhatIsMissing.mjs';
import { cacheFolder, projectFolder } from './projectFolder.mjs';

/** @typedef {{ name: string, command: readonly string[], report?: string }} Stage */

const bin = (/** @type {string} */ path) => [process.execPath, join('node_modules', path)];
const vitest = (/** @type {string} */ report, /** @type {readonly string[]} */ args) => [
  ...bin('vitest/vitest.mjs'),
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile(report)}`,
];

/** @type {readonly Stage[]} */
const stages = [
  { name: 'build', command: [process.execPath, 'test/tools/build.mjs'] },
  { name: 'types', command: [...bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'types of the pages', command: [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'media'] },
  {
    name: 'lint',
    command: [
      ...bin('eslint/bin/eslint.js'),
      '-c',
      'test/tools/eslint.config.mjs',
      'client',
      'server',
      'media',
      'test',
    ],
  },
  {
    name: 'format',
    command: [
      ...bin('prettier/bin/prettier.cjs'),
      '--log-level=warn',
      '--check',
      'client',
      'server',
      'media',
      'test',
    ],
  },
  {
    name: 'unit and wire tests',
    command: vitest('unit', ['-c', 'test/tools/vitest.config.mjs', '--dir', 'test']),
    report: 'unit',
  },
  {
    name: 'tests in VS Code',
    command: vitest('vscode', ['-c', 'test/tools/vitest.vscode.config.mjs', '--dir', 'test/vscode']),
    report: 'vscode',
  },
];

function reportFile(/** @type {string} */ name) {
  return join(cacheFolder, 'test', `${name}.json`);
}

/**
 * Runs a stage and counts its tests; a stage without tests of its own counts as one.
 *
 * @param {Stage} stage
 */
async function runStage({ name, command: [program = '', ...args], report }) {
  console.log(`\n== ${name}`);
  if (report) await rm(reportFile(report), { force: true });
  const start = Date.now();
  const child = spawn(program, args, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s`);
  const { passed, failed } = report
    ? await countTests(reportFile(report))
    : { passed: code === 0 ? 1 : 0, failed: 0 };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {string} file */
async function countTests(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch (error) {
    console.log(`There is no report of the tests: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !stages.some((stage) => stage.name.startsWith(name)));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}`,
  );
  process.exit(2);
}

await installDependencies();
await installTestPrograms();
await mkdir(join(cacheFolder, 'test'), { recursive: true });

let passed = 0;
let failed = 0;
const failedStages = [];
for (const stage of stages) {
  if (chosen.length > 0 && !chosen.some((name) => stage.name.startsWith(name))) continue;
  const result = await runStage(stage);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) failedStages.push(stage.name);
}
console.log(failedStages.length > 0 ? `\nFailed: ${failedStages.join(', ')}` : '');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
