// @ts-check
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.mjs';

/**
 * Starts Chromium; `close()` it at the end.
 *
 * @param {{ visible?: boolean }} [options]
 */
export async function startBrowser({ visible = false } = {}) {
  return chromium.launch({
    executablePath: await findChromium(),
    headless: !visible,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * The address of a workbench with a folder open and the extension under development, if any, loaded.
 *
 * @param {Pick<import('./vscodeServer.mjs').VscodeServer, 'authority' | 'extension'>} server
 * @param {{ folder: string, testModule?: string }} options absolute paths; `testModule` is run inside the extension
 *   host
 */
export function windowAddress({ authority, extension }, { folder, testModule }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${authority}${path}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(testModule ? [['extensionTestsPath', remote(testModule)]] : []),
  ];
  return `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

/**
 * Opens a workbench and waits until it is usable.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ width?: number, height?: number, scale?: number }} [options]
 */
export async function openWindow(browser, address, { width = 1440, height = 900, scale = 1 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
  return page;
}

/**
 * Runs a test module in the extension host of a new window, to its end, and tells what was printed.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address with a `testModule`
 */
export async function runTestModule(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const log = [];
  try {
    await new Promise((resolve, reject) => {
      const start = async () => {
        await page.exposeFunction('codeAutomationExit', resolve);
        await page.exposeFunction(
          'codeAutomationLog',
          (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log.push(args.join(' ')),
        );
        await page.goto(address);
      };
      page.once('crash', () => reject(new Error('The browser page crashed')));
      start().catch(reject);
    });
    return log;
  } finally {
    await page.close();
  }
}
