import { describe, test } from 'vitest';
import { checkDefinition, checkReferences, checkRename } from '../support/checkNavigation';

describe('definition', () => {
  test('of a CTE, a table of the file, an alias, a column, a variable', () => {
    checkDefinition('WITH «recent» AS (SELECT 1 AS a) SELECT * FROM re$0cent');
    checkDefinition('CREATE TABLE «visits» AS SELECT 1 AS a;\nSELECT * FROM vis$0its');
    checkDefinition('SELECT s$0.city FROM stores «s»');
    checkDefinition('SELECT to$0wn FROM (SELECT city AS «town» FROM stores)');
    checkDefinition('CREATE TABLE visits AS SELECT 1 AS «a»;\nSELECT $0a FROM visits');
    checkDefinition('SELECT city AS «town» FROM stores ORDER BY t$0own');
    checkDefinition('$$ BEGIN SET «@a» = SELECT 1; SELECT @$0a; END $$;');
  });

  test('tables and columns of the catalog are defined elsewhere', () => {
    checkDefinition('SELECT ci$0ty FROM stores');
    checkDefinition('SELECT city FROM sto$0res');
  });
});

describe('references', () => {
  test('every name of the same thing', () => {
    checkReferences('WITH «a» AS (SELECT 1 AS x) SELECT «a».x, b.x FROM «$0a» JOIN «a» b ON «a».x = b.x');
    checkReferences('SELECT «s».city, «s».* FROM stores «$0s» WHERE «s».city IS NULL');
    checkReferences('SELECT «ci$0ty» FROM stores WHERE «city» = 1; SELECT «city» FROM stores');
    checkReferences('SELECT web.webPageDetails.«na$0me», e.web.webPageDetails.«name» FROM web_events e');
  });
});

describe('rename', () => {
  test('a CTE with all that reads it', () => {
    checkRename(
      'WITH a AS (SELECT 1 AS x) SELECT a.x FROM a$0',
      'recent visits',
      'WITH `recent visits` AS (SELECT 1 AS x) SELECT `recent visits`.x FROM `recent visits`',
    );
  });

  test('an alias of a column through the queries and statements that read it', () => {
    checkRename(
      'CREATE TABLE t AS SELECT n$0 FROM (SELECT count(*) AS n FROM stores) WHERE n > 1;\nSELECT n FROM t',
      'total',
      'CREATE TABLE t AS SELECT total FROM (SELECT count(*) AS total FROM stores) WHERE total > 1;\nSELECT total FROM t',
    );
  });

  test('an alias in double quotes keeps them', () => {
    checkRename(
      'SELECT city AS "town$0" FROM stores ORDER BY town',
      'place',
      'SELECT city AS "place" FROM stores ORDER BY place',
    );
  });

  test('what the catalog names stays', () => {
    checkRename('SELECT cit$0y FROM stores', 'town', 'SELECT city FROM stores');
  });
});
