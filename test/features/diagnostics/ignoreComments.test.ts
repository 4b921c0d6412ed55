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
