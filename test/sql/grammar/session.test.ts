import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('settings and what there is', () => {
  test.each([
    ['SET auto_to_json=true', 'Set SET auto_to_json=true'],
    ['SET aqp = true'],
    ["SET timezone TO 'UTC'"],
    ['SET resolve_fallback_snapshot_on_failure'],
    ['SET'],
    ...[
      ...['server_version', 'ALL', 'TABLES', 'VIEWS', 'DATABASES', 'SCHEMAS', 'NAMESPACES', 'STATISTICS'],
      ...['PRIMARY KEYS', 'FOREIGN KEYS', 'DATAGROUPS', "DATAGROUPS FOR 'table1'", 'COLUMNS FROM t'],
    ].map((what) => [`SHOW ${what}`, `Show SHOW ${what}`]),
  ])('%s', (sql, ...nodes) => checkForm(sql as string, ...nodes));
});

describe('transactions, cursors and prepared statements', () => {
  test.each([
    ['BEGIN', 'Transaction BEGIN'],
    ['BEGIN WORK'],
    ['BEGIN TRANSACTION'],
    ['START TRANSACTION'],
    ['COMMIT'],
    ['ROLLBACK'],
    ['ROLLBACK WORK'],
    ['DECLARE c CURSOR FOR SELECT a FROM t', 'DeclareCursor DECLARE c CURSOR FOR SELECT a FROM t'],
    ['DECLARE c CURSOR WITHOUT HOLD FOR SELECT a FROM t', 'Query SELECT a FROM t'],
    ['DECLARE "c" CURSOR WITH HOLD FOR SELECT a FROM t'],
    ['FETCH FORWARD 10 FROM "c"', 'Fetch FETCH FORWARD 10 FROM "c"'],
    ['FETCH FORWARD ALL FROM c'],
    ['FETCH forward'],
    ['FETCH 10 FROM c', 'Fetch FETCH 10 FROM c'],
    ['FETCH 10 IN c'],
    ['FETCH 10 c'],
    ['CLOSE c', 'CloseCursor CLOSE c'],
    ['CLOSE ALL'],
    ['PREPARE p AS SELECT a FROM t WHERE b = $1', 'Parameter $1'],
    ['PREPARE p (int, text) AS SELECT $1, $2', 'TypeName int', 'TypeName text'],
    ["EXECUTE p (1, 'x')", 'Literal 1', "Literal 'x'"],
    ['EXECUTE p'],
    ['DEALLOCATE p'],
    ['DEALLOCATE ALL'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('plans and files', () => {
  test.each([
    ['EXPLAIN SELECT 1', 'Query SELECT 1'],
    ['EXPLAIN FORMAT JSON SELECT 1', 'Query SELECT 1'],
    ['EXPLAIN FORMAT TEXT SELECT 1'],
    ["COPY (SELECT a FROM t) TO '%scratch_space%/folder'", 'Query SELECT a FROM t'],
    ["COPY (SELECT a FROM t) TO '%scratch_space%/folder' WITH FORMAT 'csv'"],
    ['DESCRIBE t'],
    ['DESC TABLE EXTENDED t a'],
    ['CACHE TABLE c AS SELECT 1'],
    ['USE db'],
    ['REFRESH TABLE t'],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
