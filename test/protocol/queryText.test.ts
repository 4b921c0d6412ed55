import { expect, test } from 'vitest';
import { querySpans, splitQuery } from '../../server/protocol/queryText';

test('semicolons in quotes, comments and blocks end no statement', () => {
  expect(
    splitQuery(`SELECT ';' AS "a;b", \`c;d\` -- not; here
      FROM t /* nor; here */ WHERE x = 'it''s; \\'fine; ';
      $$ BEGIN SET @v = SELECT 1; SELECT @v; END $$;; `),
  ).toEqual([
    `SELECT ';' AS "a;b", \`c;d\`  \n      FROM t   WHERE x = 'it''s; \\'fine; '`,
    '$$ BEGIN SET @v = SELECT 1; SELECT @v; END $$',
  ]);
});

test('nothing but comments is no statement', () => {
  expect(splitQuery('-- a\n/* b; */ ;')).toEqual([]);
});

test.each([
  "SELECT 'open; ",
  "SELECT 'open; \\\\",
  'SELECT "open; ',
  'SELECT 1 /* open; ',
  'SELECT `open; ',
  '$$ BEGIN; ',
])('what is not closed reaches to the end: %s', (sql) => {
  expect(splitQuery(sql)).toHaveLength(1);
  expect(
    querySpans(sql)
      .map((span) => sql.slice(span.start, span.end))
      .join(''),
  ).toBe(sql);
});

test('long texts take linear time', () => {
  const long = 'a'.repeat(1_000_000);
  expect(querySpans(`'${long}\\`)).toHaveLength(1);
  expect(querySpans(`'${"''".repeat(1_000_000)}`)).toHaveLength(1);
});
