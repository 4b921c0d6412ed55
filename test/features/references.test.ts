import { test } from 'vitest';
import { checkReferences, checkWorkspaceReferences } from '../support/checkNavigation';

test('every name of the same thing in a file', () => {
  checkReferences('WITH «a» AS (SELECT 1 AS x) SELECT «a».x, b.x FROM «$0a» JOIN «a» b ON «a».x = b.x');
  checkReferences('SELECT «s».city, «s».* FROM stores «$0s» WHERE «s».city IS NULL');
  checkReferences('SELECT «ci$0ty» FROM stores WHERE «city» = 1; SELECT «city» FROM stores');
  checkReferences('SELECT web.webPageDetails.«na$0me», e.web.webPageDetails.«name» FROM web_events e');
});

test('names in lists: USING, EXCEPT, the columns of an insert', () => {
  checkReferences(
    'WITH a AS (SELECT 1 AS «k»), b AS (SELECT 2 AS k) SELECT a.«k$0» FROM a JOIN b USING («k»)',
  );
  checkReferences('SELECT * EXCEPT («x») FROM (SELECT 1 AS «x$0», 2 AS y)');
  checkReferences('CREATE TABLE t («a» int, b int);\nINSERT INTO t («a$0») SELECT 1');
});

test('a table of the file, also where it is dropped', () => {
  checkReferences('DROP TABLE IF EXISTS «t»;\nCREATE TABLE «t» AS SELECT 1 AS a;\nSELECT «t».a FROM «$0t»');
});

test('a table and its columns over the workspace', () => {
  checkWorkspaceReferences(
    '--- /a.fsql\nCREATE TABLE «vis$0its» AS SELECT 1 AS n\n--- /b.fsql\nSELECT «visits».n FROM «visits»\n--- /c.fsql\nSELECT 1 AS visits',
  );
  checkWorkspaceReferences(
    '--- /a.fsql\nCREATE TABLE visits AS SELECT 1 AS «n$0»\n--- /b.fsql\nCREATE VIEW v AS SELECT «n» FROM visits\n--- /c.fsql\nSELECT max(«n») FROM v\n--- /d.fsql\nSELECT 1 AS n',
  );
  checkWorkspaceReferences(
    '--- /a.fsql\nSELECT «ci$0ty» FROM stores\n--- /b.fsql\nSELECT s.«city» FROM stores s',
  );
});

test('a temporary table is known in its own file alone', () => {
  checkWorkspaceReferences(
    '--- /a.fsql\nCREATE TEMP TABLE «t$0» AS SELECT 1 AS n;\nSELECT * FROM «t»\n--- /b.fsql\nSELECT * FROM t',
  );
});
