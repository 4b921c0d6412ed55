// @ts-check
import { existsSync } from 'node:fs';
import { findOnPath, runCommand } from './runCommand.mjs';

/** Debian packages can be installed without asking: we are root on a machine that has apt. */
export function canInstallAptPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findOnPath('apt-get') !== undefined;
}

/**
 * @param {readonly string[]} names
 */
export async function installAptPackages(names) {
  console.log(`Installing ${names.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { quiet: true, env });
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...names], { quiet: true, env });
}
