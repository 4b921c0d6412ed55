// `npm run oracle [syntax|types|rows|models]...`: asks Apache Spark about our SQL and records its answers under
// test/data/oracle. Needs Python 3 and Java 17; the ordinary tests read the recordings and need neither.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(here, '../..'));

const cache = resolve('.cache/oracle');
const python = resolve(cache, process.platform === 'win32' ? 'venv/Scripts/python.exe' : 'venv/bin/python');
const known = ['syntax', 'types', 'rows', 'models'];
const names = process.argv.length > 2 ? process.argv.slice(2) : known;

const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) fail(`There is no corpus ${unknown.join(', ')}: choose from ${known.join(', ')}`);
if (!runs('python3', ['--version'])) fail('The oracle needs Python 3: install it and run again');
if (!runs('java', ['-version'])) fail('The oracle needs Java 17: install it and run again');

mkdirSync(cache, { recursive: true });
makeEnvironment();
await writeInputs();
run(python, [
  resolve(here, 'python/record.py'),
  resolve(cache, 'inputs'),
  resolve('test/data/oracle'),
  ...names,
]);

/** A virtual environment with the pinned packages, made anew when the pins change. */
function makeEnvironment() {
  const files = ['requirements.txt', 'modelRequirements.txt'].map((name) => resolve(here, name));
  const pins = files.map((file) => readFileSync(file, 'utf8')).join('');
  const installed = resolve(cache, 'installed.txt');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === pins) return;
  run('python3', ['-m', 'venv', '--clear', resolve(cache, 'venv')]);
  run(python, ['-m', 'pip', 'install', '--quiet', ...files.flatMap((file) => ['-r', file])]);
  writeFileSync(installed, pins);
}

/** The corpora are TypeScript, shared with the tests, so they are bundled to be run here. */
async function writeInputs() {
  const bundle = resolve(cache, 'writeInputs.mjs');
  await build({
    entryPoints: [resolve(here, 'corpus/writeInputs.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const module = await import(pathToFileURL(bundle).href);
  module.writeInputs(resolve(cache, 'inputs'), names);
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) fail(`${command} ${args[0]} ended with status ${status}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
