// @ts-check
import { existsSync } from 'node:fs';
import { canInstallAptPackages, installAptPackages } from './installAptPackages.mjs';
import { findOnPath } from './runCommand.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of Chromium or Chrome; installs it where that takes no question. */
export async function findChromium() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, which does not exist`);
  }
  const found = installedChromium();
  if (found) return found;
  if (canInstallAptPackages()) {
    await installAptPackages(['chromium', 'fonts-dejavu-core']);
    const installed = installedChromium();
    if (installed) return installed;
  }
  throw new Error(
    'Chromium was not found. Install Chromium or Chrome, or set CHROME_PATH to its program file',
  );
}

/** The path of Chromium or Chrome if this machine has it. */
export function installedChromium() {
  return (
    names.map(findOnPath).find((path) => path !== undefined) ?? applications.find((path) => existsSync(path))
  );
}
