// @ts-check
// `npm run gallery`: pictures of what a person sees, in a light, a dark and a high-contrast theme, into
// .cache/gallery. For looking at, not for comparing.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';
import { startVscodeServer } from './vscodeServer.mjs';
import { openWindow, startBrowser, windowAddress } from './vscodeWindow.mjs';
import { goTo, openFile, runPaletteCommand, suggestions, until, webviewFrame } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

const typed = 'SELECT eventType, web.';
const block = `-- feature-sql: ignore-file unknown-table: the features and their log are made elsewhere
-- Adds what is new since the last run.
$$ BEGIN
  # How far the last run came
  SET @from_snapshot =
    SELECT coalesce(max_by(last_snapshot_id, process_timestamp), 'HEAD')
    FROM checkpoint_log
    WHERE process_name = 'features';
  SET @to_snapshot = SELECT snapshot_id FROM (SELECT history_meta('ecommerce_events')) WHERE is_current = TRUE;

  IF @from_snapshot = @to_snapshot THEN
    SELECT 'Nothing is new'; /* an outer /* and an inner */ comment */
  ELSE
    INSERT INTO feature_table
    SELECT /*+ BROADCAST(p) */
      e._acme.user_id AS userId,
      CAST(CASE WHEN eventType = 'commerce.purchases' THEN 1 ELSE 0 END AS decimal(10, 2)) AS is_purchase,
      TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = '$event', 'minutes') OVER (
        PARTITION BY e._acme.user_id
        ORDER BY timestamp
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "minutes since",
      transform(productListItems, item -> upper(item.SKU)) AS skus
    FROM ecommerce_events e SNAPSHOT BETWEEN @from_snapshot AND @to_snapshot
    WHERE timestamp > DATE '2026-01-01' - INTERVAL '7' DAY AND #ONLY_CUSTOMERS AND 1.5e3 > 10L;
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    SELECT raise_error('it''s not up to date');
END $$;
`;
const python = `import psycopg2

# Reads the features of one day
def features(connection, table: str, day: str):
    """Selects the features of a day, and gives them as a data frame."""
    query = f"""
        -- one row for each user
        SELECT
          userId,
          SUM(CASE WHEN eventType = 'commerce.purchases' THEN 1 ELSE 0 END) AS purchases,
          TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = '{day}', 'minutes') AS minutes
        FROM {table} SNAPSHOT AS OF @snapshot
        WHERE timestamp >= to_timestamp('{day}') AND price > 10.5
        GROUP BY userId
    """
    return read_sql(query, connection)


plain = """SELECT count(*) AS "totalRows" FROM ecommerce_events LIMIT %s"""
text = """Select one of the rows, with care."""
`;
const files = {
  'incremental.fsql': block,
  'features.py': python,
  'completion.fsql': `${typed}\nFROM ecommerce_events;\n\nSELECT eventType, count(*) AS n\nFROM ecommerce_events\nGROUP BY eventType;\n`,
  'problems.fsql': `SELECT eventTyp, web.webPageDetails.URL\nFROM ecommerce_events;\n\nSELECT userId,\nFROM ecommerce_event;\n`,
  'failing.fsql': `SELECT CAST('seven' AS INT) / 0 AS broken, no_such_function(_id)\nFROM ecommerce_events`,
  'nested.fsql':
    'SELECT timestamp, eventType, _acme, web, productListItems, identityMap\nFROM ecommerce_events\nWHERE web IS NOT NULL',
  'visits.fsql':
    'CREATE TABLE visits AS\nSELECT _acme.user_id AS user_id, count(*) AS page_views\nFROM ecommerce_events\nWHERE timestamp > now() - INTERVAL 30 DAYS\nGROUP BY 1;\n',
  'report.fsql':
    'SELECT user_id, page_views\nFROM visits\nORDER BY 2 DESC;\n\nSELECT *\nFROM visits;\n\nSELECT user_idd FROM visits;\n',
  'lineage.fsql': `WITH spent AS (
  SELECT
    _acme.user_id,
    sum(commerce.order.priceTotal) AS total,
    count(DISTINCT directMarketing.hashedEmail) AS mails
  FROM ecommerce_events
  WHERE timestamp > now() - INTERVAL 30 DAYS
  GROUP BY _acme.user_id
)
SELECT
  p.person.gender,
  p.person.birthDate AS born,
  -- feature-sql: declassify decade C9: a decade tells no birthday
  floor(year(p.person.birthDate) / 10) AS decade,
  s.total / greatest(s.mails, 1) AS perMail
FROM profiles p
JOIN spent s ON s.user_id = p._acme.user_id;
`,
};

/** @type {Record<string, (page: Page, project: string) => Promise<void>>} */
const scenes = {
  block: async (page) => {
    await openFile(page, 'incremental.fsql');
    await page.locator('.codelens-decoration').first().waitFor();
  },
  python: async (page) => {
    await openFile(page, 'features.py');
    await page.locator('.view-line').nth(16).waitFor();
  },
  completion: async (page) => {
    await openFile(page, 'completion.fsql');
    await goTo(page, 1, typed.length + 1);
    await suggestions(page, 'webPageDetails');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details-container').waitFor();
  },
  hover: async (page) => {
    await page.keyboard.press('Escape');
    await openFile(page, 'training_set.fsql');
    await page.locator('.codelens-decoration').first().waitFor();
    await goTo(page, 12, 22);
    await runPaletteCommand(page, 'Show or Focus Hover');
    await page.locator('.monaco-hover:visible').waitFor();
  },
  actions: async (page) => {
    await page.keyboard.press('Escape');
    await openFile(page, 'report.fsql');
    await page.locator('.squiggly-error').first().waitFor();
    await goTo(page, 8, 10);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').nth(1).waitFor();
  },
  refactorings: async (page) => {
    await page.keyboard.press('Escape');
    await openFile(page, 'report.fsql');
    await goTo(page, 5, 9);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
  },
  rename: async (page) => {
    await page.keyboard.press('Escape');
    await openFile(page, 'report.fsql');
    await goTo(page, 1, 20);
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('visit_count');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Apply' }).waitFor();
  },
  problems: async (page) => {
    await openFile(page, 'problems.fsql');
    await page.locator('.squiggly-error').first().waitFor();
    await runPaletteCommand(page, 'View: Toggle Problems');
    await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
  },
  datasets: async (page) => {
    await openFile(page, 'training_set.fsql');
    await runPaletteCommand(page, 'Feature SQL: Focus on Datasets View');
    for (const label of ['ecommerce_events', '_acme', 'web', 'webPageDetails']) await expand(page, label);
  },
  lineage: async (page) => {
    await openFile(page, 'lineage.fsql');
    await page.locator('.squiggly-warning').first().waitFor();
    await goTo(page, 12, 5);
    await runPaletteCommand(page, 'Feature SQL: Show Lineage');
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'perMail' }).waitFor();
  },
  results: async (page) => {
    await openFile(page, 'training_set.fsql');
    await run(page, 'done');
    await (await webviewFrame(page, 'results-grid')).locator('[data-row="0"]').first().waitFor();
  },
  nested: async (page) => {
    await openFile(page, 'nested.fsql');
    await run(page, 'done');
    const frame = await webviewFrame(page, 'results-grid');
    await frame.locator('[data-row="1"][data-column="web"]').dblclick();
    await frame.getByTestId('cell-viewer').waitFor();
  },
  failure: async (page) => {
    await openFile(page, 'failing.fsql');
    await run(page, 'failed');
  },
  // The last one, as its settings stay.
  hints: async (page, project) => {
    await page.keyboard.press('Escape');
    await openFile(page, 'visits.fsql');
    const shown = { 'featureSql.inlayHints.outputTypes': true, 'featureSql.inlayHints.groupByTargets': true };
    await mkdir(join(project, '.vscode'), { recursive: true });
    await writeFile(join(project, '.vscode', 'settings.json'), JSON.stringify(shown));
    await page.locator('.view-line', { hasText: 'bigint' }).first().waitFor();
  },
};

/**
 * @param {Page} page
 * @param {string} label
 */
async function expand(page, label) {
  const row = page
    .locator('.pane-body .monaco-list-row')
    .filter({ hasText: new RegExp(`^${label}`) })
    .first();
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/**
 * @param {Page} page
 * @param {string} state
 */
async function run(page, state) {
  await page.keyboard.press('Control+Home');
  await runPaletteCommand(page, 'Feature SQL: Run Statement');
  const frame = await webviewFrame(page, 'results-status');
  await until(`a result that is ${state}`, () =>
    frame.locator(`[data-testid="results-status"][data-state="${state}"]`).isVisible(),
  );
}

const chosen = process.argv.slice(2);
const target = join(cacheFolder, 'gallery');
await runCommand(process.execPath, ['test/tools/build.mjs'], { cwd: projectFolder });
await mkdir(target, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'feature-sql-gallery-'));
const browser = await startBrowser();
try {
  const project = join(folder, 'subscriptions');
  await cp(join(projectFolder, 'media/templates/sample-project'), project, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(project, 'features', name), text);
  for (const [name, theme] of Object.entries(themes)) await drawTheme(name, theme, project);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Pictures are in ${target}`);

/**
 * @param {string} name
 * @param {string} theme
 * @param {string} project
 */
async function drawTheme(name, theme, project) {
  await rm(join(project, '.vscode'), { recursive: true, force: true });
  const server = await startVscodeServer({
    extension: projectFolder,
    env: { FEATURE_SQL_HOME: join(folder, 'home') },
    settings: {
      'workbench.colorTheme': theme,
      'editor.minimap.enabled': false,
      'workbench.reduceMotion': 'on',
    },
  });
  try {
    const page = await openWindow(browser, windowAddress(server, { folder: project }), {
      width: 1280,
      height: 800,
    });
    for (const [scene, draw] of Object.entries(scenes)) {
      if (chosen.length > 0 && !chosen.includes(scene)) continue;
      // One scene that cannot be drawn leaves the picture of how far it came.
      await draw(page, project).catch((error) => console.error(`${scene} in ${name}: ${error.message}`));
      await page.mouse.move(0, 0);
      await page.locator('.workbench-hover-container').waitFor({ state: 'hidden' });
      await page.screenshot({ path: join(target, `${scene}-${name}.png`) });
    }
    await page.context().close();
  } finally {
    await server.stop();
  }
}
