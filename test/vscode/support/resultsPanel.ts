import type { Frame, Page } from 'playwright-core';
import { until, webviewFrame } from '../../tools/workbench.mjs';

/** Waits until the result in front is at an end, and tells how it ended. */
export async function resultState(page: Page): Promise<string> {
  const frame = await resultsFrame(page);
  return until('the query to end', async () => {
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

/** The text of a grid cell on screen. */
export async function cell(page: Page, row: number, column: string): Promise<string> {
  const frame = await resultsFrame(page);
  return frame
    .locator(`[data-testid="results-grid"] [data-row="${row}"][data-column="${column}"]`)
    .innerText();
}
