import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFailed } from 'vitest';
import { cacheFolder, projectFolder } from '../../tools/projectFolder.mjs';
import { openWindow, startBrowser, windowAddress } from '../../tools/vscodeWindow.mjs';

export interface Workbench {
  readonly page: Page;
  /** The open folder: a copy of the sample project with the files of the test. */
  readonly folder: string;
}

/**
 * Opens one window for the tests of a file, on the sample project and `files` (name to text), and closes it after
 * them. The answer gives the window to a test, which leaves a picture behind when it fails.
 */
export function openWorkbench(files: Readonly<Record<string, string>> = {}): () => Workbench {
  let opened: (Workbench & { readonly close: () => Promise<void> }) | undefined;
  beforeAll(async () => {
    const folder = await makeWorkspace(files);
    const browser = await startBrowser();
    const close = async (): Promise<void> => {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      opened = {
        page: await openWindow(browser, windowAddress(inject('server'), { folder })),
        folder,
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  });
  afterAll(() => opened?.close());
  return () => {
    if (!opened) throw new Error('There is no window: opening it failed');
    const { page, folder } = opened;
    onTestFailed(({ task }) => screenshot(page, task.name));
    return { page, folder };
  };
}

/** A copy of the sample project with more files, in a temporary folder. */
export async function makeWorkspace(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-workspace-'));
  await cp(join(projectFolder, 'media/templates/sample-project'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function screenshot(page: Page, test: string): Promise<void> {
  const path = join(cacheFolder, 'test', `${test.replace(/\W+/g, '-')}.png`);
  await page.screenshot({ path });
  console.log(`The window at the failure: ${path}`);
}
