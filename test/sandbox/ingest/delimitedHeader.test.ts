import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delimitedHeader } from '../../../server/sandbox/ingest/delimitedHeader';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

async function headerOf(text: string, delimiter = ','): Promise<readonly string[] | undefined> {
  const file = join(folder, 'x.csv');
  await writeFile(file, text);
  const header = await delimitedHeader(file);
  expect(header?.delimiter ?? ',').toBe(delimiter);
  return header?.names;
}

test.each([
  ['plain names', 'a,b\n1,2\n', ['a', 'b']],
  ['the line ends of Windows', 'a,b\r\n1,2', ['a', 'b']],
  ['no line end', 'a,b', ['a', 'b']],
  ['a byte order mark', '\uFEFFa,b\n', ['a', 'b']],
  ['quoted names', '"a, ""x""","b\nc"\n', ['a, "x"', 'b\nc']],
  ['spaces', ' a , b \n', ['a', 'b']],
])('%s', async (_, text, names) => {
  expect(await headerOf(text)).toEqual(names);
});

test.each([
  ['\t', 'a\tb, c\td\n', ['a', 'b, c', 'd']],
  [';', 'a;"b;c"\n', ['a', 'b;c']],
  ['|', 'a|b|c,d\n', ['a', 'b', 'c,d']],
  [',', 'only\n', ['only']],
])('the delimiter %j is found', async (delimiter, text, names) => {
  expect(await headerOf(text, delimiter)).toEqual(names);
});

test.each([
  ['an empty file', ''],
  ['an empty line', '\na,b\n'],
  ['a name that is missing', 'a,,b\n'],
  ['a name twice', 'a,b,a\n'],
  ['an open quote', '"a,b\n'],
  ['text behind a quote', '"a"b,c\n'],
])('%s is no header', async (_, text) => {
  expect(await headerOf(text)).toBeUndefined();
});
