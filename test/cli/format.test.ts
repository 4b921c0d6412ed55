import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../support/testCli';

const wrong = 'select  page from;\n';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-format-'));
  await writeFile(join(folder, 'good.fsql'), 'SELECT page FROM visits;\n');
  await writeFile(join(folder, 'loose.fsql'), 'select  page from visits;\n');
  await writeFile(join(folder, 'wrong.fsql'), wrong);
});
afterEach(() => rm(folder, { recursive: true }));

test('files are rewritten, those with a mistake are left', async () => {
  const { code, stdout, stderr } = await cli(['format', folder]);
  expect(code).toBe(0);
  expect(stdout).toBe(`${join(folder, 'loose.fsql')}\n`);
  expect(stderr).toBe('1 of 3 files changed\n');
  expect(await readFile(join(folder, 'loose.fsql'), 'utf8')).toBe('SELECT page FROM visits;\n');
  expect(await readFile(join(folder, 'wrong.fsql'), 'utf8')).toBe(wrong);
});

test('--check lists what would change, and changes nothing', async () => {
  const { code, stdout } = await cli(['format', '--check', folder]);
  expect(code).toBe(1);
  expect(stdout).toBe(`${join(folder, 'loose.fsql')}\n`);
  expect(await readFile(join(folder, 'loose.fsql'), 'utf8')).toBe('select  page from visits;\n');
});

test('--check of what is laid out ends well', async () => {
  const { code, stdout, stderr } = await cli(['format', '--check', join(folder, 'good.fsql')]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '1 file already laid out\n' });
});

test('options choose the layout', async () => {
  const file = join(folder, 'good.fsql');
  await cli(['format', '--keyword-case', 'lower', file]);
  expect(await readFile(file, 'utf8')).toBe('select page from visits;\n');
});

test('wrong usage is told', async () => {
  expect((await cli(['format'])).code).toBe(2);
  expect((await cli(['format', '--commas', 'nowhere', folder])).stderr).toContain(
    '--commas takes trailing, leading',
  );
  expect((await cli(['format', join(folder, 'missing.fsql')])).code).toBe(2);
});
