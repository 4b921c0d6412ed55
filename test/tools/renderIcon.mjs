// Draws media/icons/feature-sql.png from its SVG with an installed Chromium: `node test/tools/renderIcon.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const size = 256;
const source = 'media/icons/feature-sql-color.svg';
const target = 'media/icons/feature-sql.png';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(source, 'utf8');
  await page.setContent(`<style>body { margin: 0; background: transparent }</style>${svg}`);
  await writeFile(target, await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
