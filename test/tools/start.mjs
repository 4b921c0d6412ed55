// @ts-check
// `npm start`: installs, builds, starts the local sandbox and opens the sample project in VS Code.
// `npm start -- --headless` does the main job in the terminal. `--events N` sets the size of a new sandbox.
// Plain Node: it also works on a fresh clone.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './installWhatIsMissing.mjs';
import { projectFolder } from './projectFolder.mjs';
import { findOnPath, runCommand } from './runCommand.mjs';
import { startSandbox } from './startSandbox.mjs';

const { values: flags } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, events: { type: 'string' } },
});

/** All that stays behind: the sandbox's data, the project, and the user data of the VS Code server build. */
const home = join(projectFolder, '.sandbox');
const project = join(home, 'sample-project');
const environment = { ...process.env, FEATURE_SQL_HOME: home };

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => process.exit(0));

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  await installDependencies();
  console.log('Building');
  await runCommand(process.execPath, ['test/tools/build.mjs'], { cwd: projectFolder });
  await mkdir(home, { recursive: true });
  await cp(join(projectFolder, 'media/templates/sample-project'), project, { recursive: true, force: false });

  console.log('Starting the local sandbox');
  const sandbox = await startSandbox(home, flags.events ? ['--events', flags.events] : []);
  try {
    await commandLine('catalog', 'pull', '--out', join(project, '.feature-sql/catalog.json'));
    if (flags.headless) await makeTrainingSet();
    else if (findOnPath('code')) await openDesktop();
    else await openServerBuild(sandbox.ended);
  } finally {
    await sandbox.stop();
  }
}

async function makeTrainingSet() {
  const query = join(project, 'features/training_set.fsql');
  const target = join(project, 'training_set.parquet');
  console.log('\nChecking the feature SQL of the sample project');
  await commandLine(
    'check',
    '--catalog',
    join(project, '.feature-sql/catalog.json'),
    join(project, 'features'),
  );
  console.log('\nRunning the training-set query');
  await commandLine('run', '--limit', '10', query);
  console.log('\nExporting the training set');
  await commandLine('export', '--out', target, query);
}

/** @param {readonly string[]} args */
async function commandLine(...args) {
  await runCommand(process.execPath, [join(projectFolder, 'dist/cli.js'), ...args], {
    env: environment,
    cwd: project,
  });
}

async function openDesktop() {
  console.log('Opening the sample project in VS Code. Close its window to end');
  const args = [`--extensionDevelopmentPath=${projectFolder}`, '--new-window', '--wait', project];
  await runCommand('code', args, { env: environment });
}

/** @param {Promise<unknown>} ended when to end the server too */
async function openServerBuild(ended) {
  const { startVscodeServer } = await import('./vscodeServer.mjs');
  const { windowAddress } = await import('./vscodeWindow.mjs');
  const server = await startVscodeServer({
    extension: projectFolder,
    env: { FEATURE_SQL_HOME: home },
    dataFolder: join(home, 'vscode'),
  });
  const address = windowAddress(server, { folder: project });
  console.log(`\nThe sample project is open in VS Code at\n\n  ${address}\n\nEnd with Ctrl+C`);
  await openBrowser(address);
  await ended;
  await server.stop();
}

/** @param {string} address */
async function openBrowser(address) {
  const opener =
    { darwin: 'open', win32: 'explorer' }[/** @type {string} */ (process.platform)] ?? 'xdg-open';
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay || !findOnPath(opener)) return;
  await runCommand(opener, [address], { quiet: true }).catch((error) =>
    console.log(`No browser opened: ${error.message}`),
  );
}
