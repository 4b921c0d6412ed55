import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { writeSnapshot } from '../../server/catalog/writeSnapshot';
import { CatalogCache } from '../../server/lsp/catalog/catalogCache';
import { loadCatalogFile } from '../../server/lsp/catalog/loadCatalogFile';
import { loadCatalogText } from '../../server/lsp/catalog/loadCatalogText';
import { bigCatalog, bigTableName } from '../support/bigCatalog';

const text = [...bigCatalog({ datasets: 8, leaves: 1500 })].join('');
const { signal } = new AbortController();
const warnings: string[] = [];
let packed = 0;
const packs = () => void packed++;
let folder = '';
let file = '';
let cache: CatalogCache;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-catalog-'));
  file = join(folder, 'catalog.json');
  cache = new CatalogCache(join(folder, 'cache'), (message) => warnings.push(message));
  warnings.length = 0;
  packed = 0;
  await writeFile(file, large(text));
});
afterEach(() => rm(folder, { recursive: true }));

/** Blanks make the file large enough to be packed. */
function large(snapshot: string): string {
  return snapshot.replace('[', ' '.repeat(1 << 20) + '[');
}

async function load() {
  const loaded = await loadCatalogFile(file, cache, packs);
  return { ...loaded, late: await loaded.check?.(signal) };
}

const cached = async () => readdir(join(folder, 'cache')).catch(() => []);

test('a large file says the same as one that is read at once', async () => {
  const { catalog, late, problem } = await load();
  const whole = readSnapshot(text);
  if (whole.status === 'unreadable') throw new Error(whole.message);
  expect([problem, late]).toEqual([undefined, undefined]);
  expect(writeSnapshot(catalog)).toBe(writeSnapshot(whole.catalog));
  expect(catalog.byName.get(bigTableName(3))?.columns).toBe(catalog.byName.get(bigTableName(3))?.columns);
  const live = await loadCatalogText(large(text));
  expect(writeSnapshot(live.catalog)).toBe(writeSnapshot(whole.catalog));
});

test('what was checked is kept, and read instead of the file', async () => {
  await load();
  expect(packed).toBe(1);
  expect(await cached()).toHaveLength(1);
  const again = await loadCatalogFile(file, cache, packs);
  expect(again.check).toBeUndefined();
  expect(packed).toBe(1);
  expect(again.catalog.byName.get(bigTableName(7))?.columns.length).toBeGreaterThan(5);
  expect(warnings).toEqual([]);
});

test('a file with another date is read anew only if it is another', async () => {
  await load();
  await utimes(file, new Date(), new Date(1_000_000));
  expect((await loadCatalogFile(file, cache, packs)).check).toBeUndefined();
  await writeFile(file, large(text.replace(bigTableName(2), bigTableName(2).replace('store', 'stock'))));
  const changed = await loadCatalogFile(file, cache, packs);
  expect(changed.check).toBeDefined();
  expect(changed.catalog.byName.has(bigTableName(2))).toBe(false);
  expect(await cached()).toEqual([]);
});

test('a damaged or unfinished file of the cache is removed', async () => {
  await load();
  const [name = ''] = await cached();
  const kept = join(folder, 'cache', name);
  const bytes = await readFile(kept);
  for (const damaged of [
    bytes.subarray(0, bytes.length >> 1),
    Buffer.alloc(0),
    Buffer.from(bytes).fill(0, 90),
  ]) {
    await writeFile(kept, damaged);
    expect((await loadCatalogFile(file, cache, packs)).check).toBeDefined();
    expect(await cached()).toEqual([]);
  }
});

test('a cache that cannot be written is told, and the catalog is there', async () => {
  await writeFile(join(folder, 'cache'), 'in the way');
  expect((await load()).catalog.datasets).toHaveLength(8);
  expect(warnings).toEqual([expect.stringMatching(/^The catalog cache could not be written: /)]);
});

test('a check that was ended keeps nothing', async () => {
  const { check } = await loadCatalogFile(file, cache, packs);
  await check?.(AbortSignal.abort());
  expect(await cached()).toEqual([]);
});

test('a fault outside of the columns is told at once, with its place', async () => {
  await writeFile(file, large(text.replace(`"kind":"dataset"`, `"kind":"sheet"`)));
  const { problem, catalog } = await load();
  expect(problem).toMatchObject({
    message: 'The field datasets[0].kind of the catalog must be one of dataset, view, sample',
    place: { line: 3 },
  });
  expect(catalog.datasets).toEqual([]);
  await writeFile(file, large(text).slice(0, -40));
  expect((await load()).problem?.message).toMatch(/^The catalog is not valid JSON: /);
});

test('a fault in the columns comes to light in the check', async () => {
  const last = text.lastIndexOf('"type":"string"');
  const broken = large(`${text.slice(0, last)}"type":7${text.slice(last + '"type":"string"'.length)}`);
  await writeFile(file, broken);
  const { problem, late } = await load();
  expect(problem).toBeUndefined();
  expect(late?.message).toMatch(
    /^The field datasets\[7\]\.columns\[\d+\].*\.type of the catalog must be an object$/,
  );
  const lines = broken.split('\n');
  const { line = 0, character = 0 } = late?.place ?? {};
  expect(lines[line]?.slice(character, character + 1)).toBe('7');
});
