// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './runCommand.mjs';
import { installVscodeServer, startVscodeServer } from './vscodeServer.mjs';
import { openWindow, startBrowser, windowAddress } from './vscodeWindow.mjs';
import { goTo, openFile, runPaletteCommand, suggestions, until, webviewFrame } from './workbench.mjs';

/**
 * Installs a VSIX in an empty VS Code, completes a name and runs a query with it.
 *
 * @param {string} vsix
 */
export async function tryPackage(vsix) {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-package-'));
  try {
    const data = join(folder, 'vscode');
    const install = [
      'out/server-main.js',
      '--install-extension',
      vsix,
      '--extensions-dir',
      join(data, 'extensions'),
    ];
    await runCommand(
      process.execPath,
      [...install, '--server-data-dir', data, '--accept-server-license-terms'],
      {
        cwd: await installVscodeServer(),
        quiet: true,
      },
    );
    await writeFile(join(folder, 'try.fsql'), 'SELECT count(*) AS n FROM ecommerce_events');
    await work(folder, data);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} folder
 * @param {string} dataFolder
 */
async function work(folder, dataFolder) {
  const server = await startVscodeServer({
    dataFolder,
    env: { FEATURE_SQL_HOME: join(folder, 'home') },
    settings: { 'featureSql.sandbox.events': 1000 },
  });
  const browser = await startBrowser();
  try {
    const page = await openWindow(browser, windowAddress(server, { folder }));
    await openFile(page, 'try.fsql');
    await goTo(page, 1, 'SELECT count(*) AS n FROM ecom'.length + 1);
    await suggestions(page, 'ecommerce_events');
    await page.keyboard.press('Escape');
    await runPaletteCommand(page, 'Feature SQL: Run Statement');
    const frame = await webviewFrame(page, 'results-status');
    const cell = frame.locator('[data-testid="results-grid"] [data-row="0"][data-column="n"]');
    const count = await until('a row', async () => (await cell.isVisible()) && (await cell.innerText()));
    if (count !== '1000') throw new Error(`The packaged extension counts ${count} events of 1000`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
