import { test } from 'vitest';
import { checkDiagnostics } from '../../support/checkDiagnostics';

test('a comment silences the next line of statement text', () => {
  checkDiagnostics(`
-- feature-sql: ignore unknown-column, unknown-table: made by another team

SELECT nope FROM stores WHERE EXISTS (SELECT 1 FROM nowhere);
SELECT nope FROM stores
--     ^^^^ unknown-column
`);
});

test('a comment behind a line silences that line', () => {
  checkDiagnostics(`
SELECT nope, -- feature-sql: ignore unknown-column
  nope FROM stores
--^^^^ unknown-column
`);
});

test('a comment at the top may silence the file', () => {
  checkDiagnostics(`-- feature-sql: ignore-file unknown-table
SELECT * FROM nowhere;
SELECT * FROM elsewhere
`);
});

test('a comment that silences nothing is itself reported', () => {
  checkDiagnostics(`
   -- feature-sql: ignore unknown-column, unknown-table
-- ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: Nothing here is reported as unknown-table: the comment ignores nothing
SELECT nope FROM stores
`);
});

test('a code that does not exist, and a comment that names none', () => {
  checkDiagnostics(`
   -- feature-sql: ignore unkown-column
-- ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: There is no code unkown-column: the comment ignores nothing. Did you mean unknown-column?
SELECT nope FROM stores;
--     ^^^^ unknown-column
   -- feature-sql: ignore
-- ^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: This comment names no code and ignores nothing
SELECT 1
`);
});

test('a comment for the file that stands below its first statement', () => {
  checkDiagnostics(`
SELECT 1;
   -- feature-sql: ignore-file unknown-table
-- ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: ignore-file counts above the first statement only: here it ignores nothing
SELECT * FROM nowhere
--            ^^^^^^^ unknown-table
`);
});

test('a code that is off in the settings may be ignored all the same', () => {
  checkDiagnostics(
    `
-- feature-sql: ignore unknown-column
SELECT nope FROM stores
`,
    { severity: { 'unknown-column': 'off' } },
  );
});

test('a finding in the middle of a statement, and in a block', () => {
  checkDiagnostics(`
$$ BEGIN
  SELECT city,
    -- feature-sql: ignore unknown-column: added next week
    nope
  FROM stores;
  -- feature-sql: ignore unknown-table
  SELECT * FROM nowhere;
  SELECT * FROM elsewhere;
--              ^^^^^^^^^ unknown-table
END $$
`);
});

test('other comments of the product are none of its business', () => {
  checkDiagnostics(`
-- feature-sql: something else
-- feature-sql ignore unknown-column
SELECT city FROM stores
`);
});
