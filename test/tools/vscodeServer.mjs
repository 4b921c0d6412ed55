// @ts-check
// The server build of VS Code, which comes from the npm registry: the real workbench in a browser and a real
// extension host in Node, for machines that have or can download no desktop VS Code.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

/** Needs no native modules, so that it runs on each Node that the project supports. */
const version = '4.100.3';
/** Brings its program inside the package; the version that the server asks for downloads it from elsewhere. */
const ripgrep = '@vscode/ripgrep@1.18.0';

/** Downloads the server build once and tells its folder. */
export async function installVscodeServer() {
  const folder = join(cacheFolder, `vscode-server-${version}`);
  const inside = 'node_modules/code-server/lib/vscode';
  if (!existsSync(folder)) {
    console.log(`Installing VS Code (server build ${version})`);
    const partial = `${folder}.${process.pid}.partial`;
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-engine-strict'];
    await mkdir(partial, { recursive: true });
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    try {
      await runCommand('npm', ['install', `code-server@${version}`, ...quiet], { cwd: partial, quiet: true });
      await runCommand('npm', ['install', ripgrep, '--omit=dev', ...quiet], {
        cwd: join(partial, inside),
        quiet: true,
      });
      await rename(partial, folder);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  const log = join(import.meta.dirname, 'vscodeServerLog.cjs');
  await copyFile(log, join(folder, inside, 'node_modules/@vscode/spdlog/index.js'));
  return join(folder, inside);
}

/**
 * @typedef {object} VscodeServer
 * @property {string} authority host and port
 * @property {string} [extension] the folder of the extension under development, as windows are told it
 * @property {string} logFolder
 * @property {() => Promise<void>} stop ends the server with all that it started, and removes its temporary folder
 */

/**
 * Starts a server on a free loopback port, with user data of its own.
 *
 * @param {object} options
 * @param {string} [options.extension] the folder of the extension under development, if there is one
 * @param {Record<string, unknown>} [options.settings] of the user, for new user data
 * @param {Record<string, string>} [options.env]
 * @param {string} [options.dataFolder] keeps the user data after the end; without it they are temporary
 * @returns {Promise<VscodeServer>}
 */
export async function startVscodeServer({ extension, settings = {}, env = {}, dataFolder }) {
  const installed = await installVscodeServer();
  const data = dataFolder ?? (await mkdtemp(join(tmpdir(), 'feature-sql-vscode-')));
  const settingsFile = join(data, 'User/settings.json');
  if (!existsSync(settingsFile)) {
    await mkdir(join(data, 'User'), { recursive: true });
    await writeFile(settingsFile, JSON.stringify({ ...plainSettings, ...settings }, undefined, 2));
  }
  const link = extension && (await linkTo(extension, join(data, 'extension')));
  const child = spawn(
    process.execPath,
    [
      'out/server-main.js',
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', join(data, 'extensions')],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
      ...['--telemetry-level', 'off'],
    ],
    {
      cwd: installed,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const end = () => endGroup(child);
  process.once('exit', end);
  try {
    return {
      authority: `127.0.0.1:${await listeningPort(child)}`,
      ...(link && { extension: link }),
      logFolder: join(data, 'logs'),
      stop: async () => {
        process.off('exit', end);
        const ended =
          child.exitCode === null ? new Promise((resolve) => child.once('close', resolve)) : undefined;
        end();
        await ended;
        if (!dataFolder) await rm(data, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * The workbench shows the themes of the extension under development. Told the project's own folder, it would take the
 * themes of the server build for them, which lies below it; so it is told a link elsewhere.
 *
 * @param {string} extension
 * @param {string} link
 */
async function linkTo(extension, link) {
  await rm(link, { force: true });
  await symlink(extension, link, 'junction');
  return link;
}

/** Nothing that asks, tips, updates or contacts anybody. */
const plainSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'chat.commandCenter.enabled': false,
  'window.restoreWindows': 'none',
  'files.simpleDialog.enable': true,
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
};

/** Variables of an editor or a test runner around us would change how the server starts its processes. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS$|NODE_ENV$)/.test(name),
  );
  return Object.fromEntries(kept);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`VS Code ended with code ${code} before it was ready\n${output}`)),
    );
  });
}

/**
 * The server leads a process group, so that extension hosts and what they started end with it.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
