// @ts-check
// What a person does in a VS Code window, as functions over its browser page. Each waits until what it did shows.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * Runs a command from the command palette by its full title, such as `Feature SQL: Run File`.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function runPaletteCommand(page, title) {
  await page.keyboard.press('F1');
  await pick(page, `>${title}`, title);
}

/**
 * Opens a file of the workspace by its name.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await pick(page, name, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/**
 * Types into the open quick input and takes the entry with this label; types again until it is there, since commands
 * and files can come late.
 *
 * @param {Page} page
 * @param {string} text
 * @param {string} label
 */
export async function pick(page, text, label) {
  const entry = page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.locator(`.label-name`, { hasText: label }) })
    .first();
  await until(`the entry ${label}`, async () => {
    await quickInput(page).fill('');
    await quickInput(page).fill(text);
    return happens(entry.waitFor({ timeout: 2000 }));
  });
  await entry.click();
}

/** @param {Page} page */
export function quickInput(page) {
  return page.locator('.quick-input-widget:visible input.input');
}

/**
 * Answers the file dialog, which in the browser is a quick input that holds a path.
 *
 * @param {Page} page
 * @param {string} path
 */
export async function answerFileDialog(page, path) {
  const dialog = page
    .locator('.quick-input-widget:visible')
    .filter({ has: page.getByRole('button', { name: 'OK' }) });
  await dialog.locator('.monaco-list-row').first().waitFor();
  // It takes no answer while it reads the folder of the path, and then may put another path in its place.
  await until('the file dialog to take the path', async () => {
    await quickInput(page).fill(path);
    await quickInput(page).press('Enter');
    return happens(dialog.waitFor({ state: 'hidden', timeout: 1000 }));
  });
}

/**
 * Puts the cursor of the active editor at a one-based place.
 *
 * @param {Page} page
 * @param {number} line
 * @param {number} column
 */
export async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  await quickInput(page).fill(`:${line}:${column}`);
  await quickInput(page).press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/**
 * The labels that the suggestion list shows, top first. Opens the list, and again until it holds `label`: the first
 * answer can come before the extension has started.
 *
 * @param {Page} page
 * @param {string} label
 */
export function suggestions(page, label) {
  const widget = page.locator('.suggest-widget.visible');
  const labels = widget.locator('.monaco-list-row .label-name');
  const wanted = labels.getByText(label, { exact: true });
  const nothing = widget.getByText('No suggestions.');
  return until(`the suggestion ${label}`, async () => {
    if (!(await widget.isVisible())) await page.keyboard.press('Control+Space');
    await happens(wanted.or(nothing).first().waitFor({ timeout: 2000 }));
    if (await wanted.first().isVisible()) return labels.allInnerTexts();
    await page.keyboard.press('Escape');
    return undefined;
  });
}

/**
 * Takes a suggestion by its label.
 *
 * @param {Page} page
 * @param {string} label
 */
export async function acceptSuggestion(page, label) {
  await suggestions(page, label);
  await page.locator('.suggest-widget.visible .label-name').getByText(label, { exact: true }).click();
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

/**
 * The text of the active editor's lines that are on screen.
 *
 * @param {Page} page
 */
export async function editorText(page) {
  const lines = page.locator('.editor-instance .monaco-editor .view-lines').first();
  return (await lines.innerText()).replaceAll('\u00a0', ' ');
}

/**
 * The frame of a webview that holds an element with this test id.
 *
 * @param {Page} page
 * @param {string} testId
 */
export function webviewFrame(page, testId) {
  return until(`a webview with ${testId}`, async () => {
    for (const frame of page.frames()) {
      const found = await frame
        .locator(`[data-testid="${testId}"]`)
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    return undefined;
  });
}

/**
 * The texts of the notifications on screen.
 *
 * @param {Page} page
 */
export function notifications(page) {
  return page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
}

/**
 * Whether what is waited for came in time.
 *
 * @param {Promise<void>} waiting
 */
function happens(waiting) {
  return waiting.then(
    () => true,
    () => false,
  );
}

/**
 * Waits for a condition and tells its value.
 *
 * @template T
 * @param {string} what named when it does not come
 * @param {() => Promise<T | undefined | false> | T | undefined | false} condition
 * @param {number} [timeout] milliseconds
 * @returns {Promise<T>}
 */
export async function until(what, condition, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
