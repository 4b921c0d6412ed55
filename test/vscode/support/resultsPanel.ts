import type { Frame, Locator, Page } from 'playwright-core';
import { until, webviewFrame } from '../../tools/workbench.mjs';

/** Starts a run by what `start` does, waits until its result is in front and at its end, and tells how it ended. */
export async function resultOf(page: Page, start: () => Promise<void>): Promise<string> {
  const before = await runInFront(page);
  await start();
  const frame = await resultsFrame(page);
  return until('the result of a new run', async () => {
    const now = await runInFront(page);
    if (now === undefined || now === before) return undefined;
    const state = await frame.getByTestId('results-status').getAttribute('data-state');
    return state !== null && state !== 'running' ? state : undefined;
  });
}

export function resultsFrame(page: Page): Promise<Frame> {
  return webviewFrame(page, 'results-status');
}

export async function rowCount(page: Page): Promise<string> {
  return (await resultsFrame(page)).getByTestId('results-row-count').innerText();
}

/** The text of a grid cell on screen; waits for its row. */
export async function cell(page: Page, row: number, column: string): Promise<string> {
  const found = (await grid(page)).locator(`[data-row="${row}"][data-column="${column}"]`);
  await found.locator(':scope > :not(.not-loaded)').first().waitFor({ state: 'attached' });
  return found.innerText();
}

export async function grid(page: Page): Promise<Locator> {
  return (await resultsFrame(page)).getByTestId('results-grid');
}

/** The id of the run that the selected tab shows; undefined while there is no result. */
async function runInFront(page: Page): Promise<string | undefined> {
  for (const frame of page.frames()) {
    const tab = frame.locator('[data-testid="results-tab"][aria-selected="true"]');
    const ids = await tab.evaluateAll((found) => found.map((each) => each.getAttribute('data-run')));
    if (ids[0]) return ids[0];
  }
  return undefined;
}
