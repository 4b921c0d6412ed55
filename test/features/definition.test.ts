import { describe, test } from 'vitest';
import { checkDefinition } from '../support/checkNavigation';

describe('in the file', () => {
  test('a CTE, a table of the file, an alias, a column, a variable', () => {
    checkDefinition('WITH «recent» AS (SELECT 1 AS a) SELECT * FROM re$0cent');
    checkDefinition('CREATE TABLE «visits» AS SELECT 1 AS a;\nSELECT * FROM vis$0its');
    checkDefinition('SELECT s$0.city FROM stores «s»');
    checkDefinition('SELECT to$0wn FROM (SELECT city AS «town» FROM stores)');
    checkDefinition('CREATE TABLE visits AS SELECT 1 AS «a»;\nSELECT $0a FROM visits');
    checkDefinition('SELECT city AS «town» FROM stores ORDER BY t$0own');
    checkDefinition('$$ BEGIN SET «@a» = SELECT 1; SELECT @$0a; END $$;');
  });

  test('names that lists give: of a CTE, of a lateral view, of a lambda, of a new table', () => {
    checkDefinition('WITH a («x», y) AS (SELECT 1, 2) SELECT x$0 FROM a');
    checkDefinition('SELECT v$0 FROM web_events LATERAL VIEW explode(productListItems) t AS «v»');
    checkDefinition('SELECT transform(array(1), «x» -> x$0 + 1)');
    checkDefinition('CREATE TABLE t («a» int);\nSELECT a$0 FROM t');
    checkDefinition('SELECT a.x$0 FROM (SELECT 1) AS a («x»)');
  });

  test('a named window', () => {
    checkDefinition('SELECT rank() OVER w$0 FROM stores WINDOW «w» AS (ORDER BY city)');
  });

  test('columns of a union have the name of the first query', () => {
    checkDefinition('SELECT x$0 FROM (SELECT 1 AS «x» UNION ALL SELECT 2 AS y)');
  });
});

describe('in other files', () => {
  test('a table and its columns', () => {
    const other = '--- /b.fsql\nCREATE TABLE «visits» AS SELECT 1 AS n';
    checkDefinition(`--- /a.fsql\nSELECT * FROM vis$0its\n${other}`);
    checkDefinition(
      '--- /a.fsql\nSELECT n$0 FROM visits\n--- /b.fsql\nCREATE VIEW visits AS SELECT 1 AS «n»',
    );
  });

  test('every file that makes a table of the name', () => {
    checkDefinition(
      '--- /a.fsql\nSELECT * FROM t$0\n--- /b.fsql\nCREATE TABLE «t» AS SELECT 1 AS x\n--- /c.fsql\nCREATE TABLE «t» AS SELECT 2 AS x',
    );
  });

  test('a model', () => {
    checkDefinition(
      "--- /a.fsql\nSELECT * FROM model_predict(chu$0rn, 1, SELECT 1 AS a)\n--- /b.fsql\nCREATE MODEL «churn» OPTIONS (MODEL_TYPE='kmeans') AS SELECT 1 AS a",
    );
  });
});

test('in the catalog: a table, a column, a nested field', () => {
  checkDefinition('SELECT ci$0ty FROM stores', ['stores.city']);
  checkDefinition('SELECT city FROM sto$0res', ['stores']);
  checkDefinition('SELECT web.webPageDetails.na$0me FROM web_events', ['web_events.web.webPageDetails.name']);
  checkDefinition('SELECT web.webPage$0Details.name FROM web_events', ['web_events.web.webPageDetails']);
  checkDefinition(
    '--- /a.fsql\nSELECT * FROM sto$0res\n--- /b.fsql\nCREATE TABLE «stores» AS SELECT 1 AS n',
    ['stores'],
  );
});

test('what is known nowhere has no definition', () => {
  checkDefinition('SELECT no$0pe FROM stores');
  checkDefinition('SEL$0ECT 1');
});
