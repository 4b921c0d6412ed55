import { expect, test } from 'vitest';
import { parseFixture } from './fixture';

test('markers are taken out and their places kept', () => {
  const { main } = parseFixture('SELECT «a.$0» FROM «t»');
  expect(main.text).toBe('SELECT a. FROM t');
  expect(main.cursor).toBe(9);
  expect(main.ranges.map(({ start, end }) => main.text.slice(start, end))).toEqual(['a.', 't']);
});

test('an annotation speaks about the text above its carets', () => {
  const { main } = parseFixture('SELECT a\n    FROM t\n--       ^ unknown-table: No such table\n  WHERE x');
  expect(main.text).toBe('SELECT a\n    FROM t\n  WHERE x');
  expect(main.annotations).toEqual([
    { range: { start: 18, end: 19 }, code: 'unknown-table', message: 'No such table' },
  ]);
});

test('headers divide a fixture into a catalog and files', () => {
  const { main, files, catalog } = parseFixture(
    '--- catalog\n{}\n--- /a.fsql\nSELECT 1\n--- /b.fsql\nSELECT 2\n',
  );
  expect(catalog).toBe('{}');
  expect(main.path).toBe('/a.fsql');
  expect(files.map(({ text }) => text)).toEqual(['SELECT 1', 'SELECT 2\n']);
});
