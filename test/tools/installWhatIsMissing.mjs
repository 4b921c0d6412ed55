// @ts-check
// Plain Node: runs on a fresh clone, before there is a node_modules.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installedChromium } from './findChromium.mjs';
import { canInstallAptPackages, installAptPackages } from './installAptPackages.mjs';
import { projectFolder } from './projectFolder.mjs';
import { findOnPath, runCommand } from './runCommand.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** npm writes both lockfiles at the end of an install, in no certain order. Milliseconds. */
const sameInstall = 2000;

/** Brings `node_modules` up to the lockfile. */
export async function installDependencies() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old. Use Node 20.19 or newer`);
  }
  const lock = join(projectFolder, 'package-lock.json');
  const installed = join(projectFolder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && changed(installed) >= changed(lock) - sameInstall) return;
  console.log('Installing dependencies');
  await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectFolder,
    quiet: true,
  });
}

/** @param {string} file */
function changed(file) {
  return statSync(file).mtimeMs;
}

/** Installs the programs that tests drive, where that takes no question; elsewhere the tests say what they miss. */
export async function installTestPrograms() {
  if (!canInstallAptPackages()) return;
  const missing = [
    ...(installedChromium() || process.env['CHROME_PATH'] ? [] : ['chromium', 'fonts-dejavu-core']),
    ...(findOnPath('psql') ? [] : ['postgresql-client']),
  ];
  if (missing.length > 0) await installAptPackages(missing);
}
