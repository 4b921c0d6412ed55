import { describe, test } from 'vitest';
import { checkRename } from '../support/checkNavigation';

describe('in a file', () => {
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

  test('a named window, also where another one begins with it', () => {
    checkRename(
      'SELECT rank() OVER w, sum(store_id) OVER (w$0 ROWS 1 PRECEDING) FROM stores WINDOW w AS (ORDER BY city)',
      'by_city',
      'SELECT rank() OVER by_city, sum(store_id) OVER (by_city ROWS 1 PRECEDING) FROM stores WINDOW by_city AS (ORDER BY city)',
    );
  });

  test('a variable keeps its sign', () => {
    checkRename(
      '$$ BEGIN SET @a = SELECT 1; SELECT @$0a; END $$;',
      'start',
      '$$ BEGIN SET @start = SELECT 1; SELECT @start; END $$;',
    );
  });
});

describe('in other files', () => {
  test('a table', () => {
    checkRename(
      '--- /a.fsql\nSELECT n FROM vis$0its\n--- /b.fsql\nDROP TABLE IF EXISTS visits;\nCREATE TABLE visits AS SELECT 1 AS n',
      'daily_visits',
      'SELECT n FROM daily_visits\nDROP TABLE IF EXISTS daily_visits;\nCREATE TABLE daily_visits AS SELECT 1 AS n',
    );
  });

  test('a column of a table through all files that read it', () => {
    checkRename(
      '--- /a.fsql\nCREATE TABLE t AS SELECT 1 AS n$0\n--- /b.fsql\nCREATE VIEW v AS SELECT n FROM t\n--- /c.fsql\nSELECT v.n, 2 AS n FROM v',
      'total',
      'CREATE TABLE t AS SELECT 1 AS total\nCREATE VIEW v AS SELECT total FROM t\nSELECT v.total, 2 AS n FROM v',
    );
  });
});

describe('a table that the catalog lists since it was made', () => {
  test('in all files', () => {
    checkRename(
      '--- /a.fsql\nCREATE TABLE st$0ores AS SELECT 1 AS store_id\n--- /b.fsql\nSELECT store_id FROM stores',
      'shops',
      'CREATE TABLE shops AS SELECT 1 AS store_id\nSELECT store_id FROM shops',
    );
  });
});

describe('is refused', () => {
  const captured = (name: string) => `With the name ${name}, another name here would mean something else`;

  test('for what the catalog names', () => {
    checkRename(
      'SELECT cit$0y FROM stores',
      'town',
      'Only names that a file of the workspace makes can be renamed',
    );
  });

  test('where the new name is taken', () => {
    checkRename('CREATE TABLE t$0 AS SELECT 1 AS a', 'stores', 'There is another stores already');
    checkRename(
      '--- /a.fsql\nCREATE TABLE t$0 AS SELECT 1 AS a\n--- /b.fsql\nCREATE VIEW u AS SELECT 1 AS a',
      'u',
      'There is another u already',
    );
  });

  test('where a name would be captured', () => {
    checkRename('SELECT a.city, b.city FROM stores a$0 JOIN stores b', 'b', captured('b'));
    checkRename(
      'SELECT n, city FROM (SELECT city, store_id AS n$0 FROM stores) WHERE n > 1',
      'city',
      captured('city'),
    );
    checkRename('WITH a AS (SELECT 1 AS x) SELECT * FROM a$0, stores', 'stores', captured('stores'));
  });

  test('where another variable has the name, or an outer column would be hidden', () => {
    checkRename('$$ BEGIN SET @a$0 = SELECT 1; SET @b = SELECT 2; SELECT @a, @b; END $$', 'b', captured('b'));
    checkRename(
      '--- /a.fsql\nCREATE TABLE t AS SELECT 1 AS n$0\n--- /b.fsql\nSELECT * FROM stores WHERE EXISTS (SELECT n FROM t WHERE city = 1)',
      'city',
      captured('city'),
    );
  });

  test('for one side of a join with USING', () => {
    checkRename(
      'WITH a AS (SELECT 1 AS k), b AS (SELECT 2 AS k) SELECT a.k$0 FROM a JOIN b USING (k)',
      'id',
      captured('id'),
    );
  });
});

describe('also where the name stands in a text, a comment or another kind of statement', () => {
  test('a variable that is set twice, and put into texts', () => {
    checkRename(
      "$$ BEGIN SET @v$0 = SELECT 1; SET @v = @v + 1; SELECT '@V and @vx'; END $$;",
      'last',
      "$$ BEGIN SET @last = SELECT 1; SET @last = @last + 1; SELECT '@last and @vx'; END $$;",
    );
  });

  test('prepared statements and cursors', () => {
    checkRename(
      'PREPARE weekly$0 AS SELECT 1; EXECUTE Weekly; DEALLOCATE weekly',
      'daily',
      'PREPARE daily AS SELECT 1; EXECUTE daily; DEALLOCATE daily',
    );
    checkRename(
      'DECLARE c CURSOR FOR SELECT 1; FETCH 10 FROM c$0; CLOSE c',
      'all_rows',
      'DECLARE all_rows CURSOR FOR SELECT 1; FETCH 10 FROM all_rows; CLOSE all_rows',
    );
  });

  test('a column that a comment declassifies', () => {
    checkRename(
      '-- feature-sql: declassify mail C9: hashed\nSELECT md5(_acme.email) AS mail$0 FROM web_events',
      'mail hash',
      '-- feature-sql: declassify `mail hash` C9: hashed\nSELECT md5(_acme.email) AS `mail hash` FROM web_events',
    );
  });

  test('a column in a constraint', () => {
    checkRename(
      "CREATE TABLE t AS SELECT 1 AS k$0; ALTER TABLE t ADD CONSTRAINT PRIMARY KEY (k) NAMESPACE 'ECID'",
      'id',
      "CREATE TABLE t AS SELECT 1 AS id; ALTER TABLE t ADD CONSTRAINT PRIMARY KEY (id) NAMESPACE 'ECID'",
    );
  });
});
