import { describe, expect, test } from 'vitest';
import { foldingRanges } from '../../server/features/foldingRanges';
import { parse } from '../../server/sql/parse';
import { allSqlFiles } from '../support/sqlCorpus';

/** The folds as `first line-last line kind`, counted from 1. */
function folds(text: string): readonly string[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const found = foldingRanges(parse(text)).map(({ start, end, kind }) => ({
    first: lineOf(start),
    last: lineOf(end),
    kind,
  }));
  const sorted = found.sort((one, other) => one.first - other.first || other.last - one.last);
  return [...new Set(sorted.map(({ first, last, kind }) => `${first}-${last} ${kind}`))];
}

test('statements, and queries in brackets whose closing line stays visible', () => {
  const text = `WITH a AS (
  SELECT
    1 AS x,
    2 AS y
)
SELECT *
FROM a;
SELECT 1;`;
  expect(folds(text)).toEqual(['1-7 code', '1-4 code', '2-4 code']);
});

test('blocks and their branches', () => {
  const text = `$$ BEGIN
  IF @a THEN
    SELECT 1;
  ELSE
    SELECT 2;
  END IF;
EXCEPTION
  WHEN OTHERS THEN
    SELECT 3;
END $$;`;
  expect(folds(text)).toEqual(['1-9 code', '2-5 code', '4-5 code', '7-9 code']);
});

test('CASE, long arguments, windows, options and columns', () => {
  const text = `SELECT
  CASE
    WHEN a THEN 1
  END,
  f(
    1
  ) OVER (
    ORDER BY a
  )
FROM t;
CREATE TABLE t (
  a int
);
CREATE MODEL m
OPTIONS (
  MODEL_TYPE = 'kmeans'
)
AS SELECT 1;`;
  expect(folds(text)).toEqual([
    '1-10 code',
    '1-8 code',
    '2-3 code',
    '5-6 code',
    '7-8 code',
    '11-12 code',
    '14-18 code',
    '15-16 code',
  ]);
});

test('runs of comments, and comments in brackets', () => {
  const text = `-- one
-- two

-- alone

/* three
   four */
SELECT 1; -- behind
-- five
-- six`;
  expect(folds(text)).toEqual(['1-2 comment', '6-7 comment', '9-10 comment']);
});

test('regions, one in another, and what is not closed', () => {
  const text = `-- region Features
SELECT 1;
-- #region Inner
SELECT 2;
-- endregion
-- a note
-- endregion
-- endregion
-- region never closed`;
  expect(folds(text)).toEqual(['1-7 region', '3-5 region']);
});

test('what is on one line has no fold', () => {
  expect(folds("SELECT f(1), CASE WHEN a THEN 'b' END FROM (SELECT 1); $$ BEGIN SELECT 1; END $$;")).toEqual(
    [],
  );
});

describe('over all SQL of the project', () => {
  test.each(allSqlFiles)('$name: folds span lines of the text', ({ text }) => {
    for (const { start, end } of foldingRanges(parse(text))) expect(text.slice(start, end)).toContain('\n');
  });
});
