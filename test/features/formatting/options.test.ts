import { expect, test } from 'vitest';
import { checkFormat, formatted } from '../../support/checkFormat';

test('keywords in small letters, or as they are', () => {
  checkFormat('Select Count(*) From t', 'select Count(*) from t', { keywordCase: 'lower' });
  checkFormat('Select Count(*) From t', 'Select Count(*) From t', { keywordCase: 'preserve' });
});

test('commas at the start of lines', () => {
  checkFormat(
    'SELECT aaaaaaaaaa, bbbbbbbbbb, cccccccccc FROM t',
    `SELECT
  aaaaaaaaaa
  , bbbbbbbbbb
  , cccccccccc
FROM t`,
    { commas: 'leading', width: 20 },
  );
});

test('commas at the start of lines, with comments and common tables', () => {
  checkFormat(
    `with one as (select 1), -- after one
-- before two
two as (select 2) select a, -- about a
-- about b
b, /* about c */ c from two`,
    `WITH one AS (SELECT 1) -- after one
-- before two
, two AS (SELECT 2)
SELECT
  a -- about a
  -- about b
  , b
  , /* about c */ c
FROM two`,
    { commas: 'leading' },
  );
});

test('commas go from the start of lines to their ends and back', () => {
  const leading = 'SELECT\n  a -- about a\n  , b -- about b\n  , c\nFROM t';
  const trailing = 'SELECT\n  a, -- about a\n  b, -- about b\n  c\nFROM t';
  expect(formatted(leading)).toBe(trailing);
  expect(formatted(trailing, { commas: 'leading' })).toBe(leading);
});

test('deeper levels', () => {
  checkFormat('$$ BEGIN SELECT 1; END $$', '$$ BEGIN\n    SELECT 1;\nEND $$', { indent: 4 });
});

test('a narrow width breaks more', () => {
  checkFormat('SELECT a, b FROM t', 'SELECT a, b\nFROM t', { width: 12 });
  checkFormat('SELECT a, b FROM t', 'SELECT\n  a,\n  b\nFROM t', { width: 8 });
});
