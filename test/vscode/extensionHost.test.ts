import { readFile, rm } from 'node:fs/promises';
import { inject, test } from 'vitest';
import { buildHostSuite } from '../tools/buildHostSuite.mjs';
import { runTestModule, startBrowser, windowAddress } from '../tools/vscodeWindow.mjs';
import type { HostResult } from './host/suite';
import { makeWorkspace } from './support/openWorkbench';

/** Runs the suite inside an extension host and brings its results here, each as a test of its own. */
async function hostResults(): Promise<readonly HostResult[]> {
  const folder = await makeWorkspace();
  const browser = await startBrowser();
  try {
    const testModule = await buildHostSuite();
    const log = await runTestModule(browser, windowAddress(inject('server'), { folder, testModule }));
    const results = await readFile(inject('hostResults'), 'utf8').catch(() => undefined);
    if (results === undefined) throw new Error(`The suite gave no results:\n${log.join('\n')}`);
    return JSON.parse(results) as readonly HostResult[];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (const { name, failure } of await hostResults()) {
  test(name, () => {
    if (failure) throw new Error(failure);
  });
}
