import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../server/features/documentSymbols';
import { analyzeFixture } from '../support/analyzeFixture';
import { checkCompletion } from '../support/checkCompletion';
import { checkHover } from '../support/checkHover';
import { checkDefinition } from '../support/checkNavigation';

describe('a file of which three statements are broken', () => {
  const broken = `CREATE TABLE visits AS SELECT city AS town, count(* AS n FROM stores GROUP BY city;

SELECT town, FROM visits WHERE;

WITH recent AS (SELECT store_id, opened FORM stores WHERE opened > '2024-01-01')
SELECT r. FROM recent r JOIN;
`;

  test('the outline names all of its statements, and what follows', () => {
    const outline = documentSymbols(analyzeFixture(`${broken}\nCREATE VIEW later AS SELECT 1 AS one;`).model);
    expect(outline.map(({ name }) => name)).toEqual([
      'visits',
      'SELECT from visits',
      expect.stringMatching(/^SELECT from/),
      'later',
    ]);
  });

  test('completion in them', () => {
    checkCompletion(broken.replace('town, FROM', 'town, $0 FROM'), { has: ['town'] });
    checkCompletion(broken.replace('count(*', 'count(ci$0'), { first: ['city'] });
    checkCompletion(broken.replace('WHERE;', 'WHERE $0;'), { has: ['town'] });
    checkCompletion(broken.replace('JOIN;', 'JOIN $0;'), { has: ['visits', 'recent', 'stores'] });
  });

  test('completion behind them', () => {
    checkCompletion(`${broken}\nSELECT $0 FROM stores;`, { has: ['city', 'opened'] });
    checkCompletion(`${broken}\nSELECT * FROM vi$0;`, { first: ['visits'] });
    checkCompletion(`${broken}\nSELECT to$0 FROM visits;`, { first: ['town'] });
  });

  test('hover in them and behind them', () => {
    checkHover(broken.replace('SELECT city AS', 'SELECT ci$0ty AS'), 'city');
    checkHover(broken.replace('FROM stores', 'FROM sto$0res'), 'stores');
    checkHover(`${broken}\nSELECT op$0ened FROM stores;`, 'opened');
    checkHover(`${broken}\nSELECT town FROM vis$0its;`, 'visits');
  });

  test('the definition of a name in them and behind them', () => {
    checkDefinition(broken.replace('TABLE visits', 'TABLE «visits»').replace('FROM visits', 'FROM vis$0its'));
    checkDefinition(broken.replace('WITH recent', 'WITH «recent»').replace('FROM recent', 'FROM rec$0ent'));
    checkDefinition(`${broken.replace('TABLE visits', 'TABLE «visits»')}\nSELECT * FROM vis$0its;`);
  });
});

describe('an unfinished place: what can stand there is proposed', () => {
  const stores = ['city', 'opened', 'store_id'];

  test.each<[typed: string, has: readonly string[]]>([
    // The select list, with what follows already there.
    ['SELECT s.$0 FROM stores s JOIN', stores],
    ['SELECT $0 FROM stores WHERE', stores],
    ['SELECT $0, city FROM stores', stores],
    ['SELECT city, $0 FROM stores', stores],
    ['SELECT city $0 FROM stores', ['AS']],
    ['SELECT s.city, s.$0 FROM stores s', stores],
    ['SELECT DISTINCT $0 FROM stores', stores],
    ['SELECT upper($0 FROM stores', stores],
    ['SELECT upper(s.$0 FROM stores s', stores],
    ['SELECT coalesce(city, $0) FROM stores', stores],
    ['SELECT coalesce(city, $0 FROM stores WHERE city = 1', stores],
    ['SELECT CASE WHEN $0 FROM stores', stores],
    ['SELECT CASE WHEN city = 1 THEN $0 FROM stores', stores],
    ['SELECT CASE $0 FROM stores', stores],
    ['SELECT store_id + $0 FROM stores', stores],
    ['SELECT (store_id + $0 FROM stores', stores],
    ['SELECT sum(store_id) OVER (PARTITION BY $0 FROM stores', stores],
    ['SELECT sum(store_id) OVER (ORDER BY $0) FROM stores', stores],
    ["SELECT city || ' ' || $0 FROM stores", stores],
    ['SELECT CAST($0 FROM stores', stores],
    // The clauses, one after the other.
    ['SELECT * FROM stores WHERE $0', stores],
    ['SELECT * FROM stores WHERE city = 1 AND $0', stores],
    ['SELECT * FROM stores WHERE (city = 1 OR $0', stores],
    ['SELECT * FROM stores WHERE NOT $0', stores],
    ['SELECT * FROM stores WHERE city IN (1, $0', stores],
    ['SELECT * FROM stores WHERE opened BETWEEN $0', stores],
    ['SELECT * FROM stores WHERE $0 GROUP BY city', stores],
    ['SELECT count(*) FROM stores GROUP BY $0', stores],
    ['SELECT count(*) FROM stores GROUP BY city, $0', stores],
    ['SELECT count(*) FROM stores GROUP BY city HAVING $0', stores],
    ['SELECT city FROM stores ORDER BY $0', stores],
    ['SELECT city FROM stores ORDER BY city DESC, $0', stores],
    ['SELECT city FROM stores QUALIFY $0', stores],
    // Tables and joins.
    ['SELECT * FROM $0', ['stores', 'web_events']],
    ['SELECT city, FROM $0', ['stores', 'web_events']],
    ['SELECT * FROM stores JOIN $0', ['profiles']],
    ['SELECT * FROM stores s LEFT JOIN $0 WHERE s.city = 1', ['profiles']],
    ['SELECT * FROM stores, $0 WHERE city = 1', ['profiles']],
    ['SELECT * FROM stores s JOIN open_stores o ON $0', ['s.city = o.city']],
    ['SELECT * FROM stores s JOIN open_stores o ON s.$0', stores],
    ['SELECT * FROM stores s JOIN open_stores o ON s.city = o.$0', ['city', 'store_id']],
    ['SELECT * FROM (SELECT $0 FROM stores', stores],
    ['SELECT * FROM stores WHERE EXISTS (SELECT 1 FROM $0', ['web_events']],
    // Named queries.
    ['WITH a AS (SELECT $0 FROM stores) SELECT * FROM a', stores],
    ['WITH a AS (SELECT city FROM stores) SELECT $0 FROM a', ['city']],
    ['WITH a AS (SELECT city FROM stores) SELECT * FROM $0', ['a', 'stores']],
    ['WITH a AS (SELECT city FROM stores), b AS (SELECT $0 FROM a', ['city']],
    ['WITH a AS (SELECT city FROM stores), b AS (SELECT * FROM $0', ['a']],
    // Statements that write, and blocks.
    ['INSERT INTO stores SELECT $0', stores],
    ['INSERT INTO stores SELECT $0 FROM open_stores', ['city', 'store_id']],
    ['INSERT INTO $0 SELECT 1', ['stores']],
    ['CREATE TABLE t AS SELECT $0 FROM stores', stores],
    ['CREATE TABLE t AS SELECT * FROM $0', ['stores']],
    ['$$ BEGIN\n  SELECT $0 FROM stores;\nEND $$;', stores],
    ['$$ BEGIN\n  SELECT $0 FROM stores', stores],
    ['$$ BEGIN\n  SET @a = 1;\n  SELECT * FROM stores WHERE city = @$0', ['@a']],
    ['$$ BEGIN\n  IF @a THEN\n    SELECT $0 FROM stores;\n', stores],
    ['$$ BEGIN\n  CREATE TABLE t AS SELECT city AS town FROM stores;\n  SELECT $0 FROM t;\nEND', ['town']],
    // Other statements beside it.
    ['SELECT upper(city FROM stores;\nSELECT $0 FROM stores;', stores],
    ['SELECT (1 + ;\nSELECT $0 FROM stores;', stores],
    ["SELECT 'a\n;\nSELECT $0 FROM stores;", stores],
    ['SELECT $0 FROM stores\n\nCREATE TABLE t AS SELECT 1 AS a;', stores],
    ['SELECT $0\n\nSELECT city FROM stores;', ['city']],
    ['SELECT * FROM stores WHERE $0\n\nINSERT INTO stores SELECT 1;', stores],
    ['SELEC city FORM stores;\nSELECT $0 FROM stores;', stores],
    ['SELECT city $0\nFROM stores\nWHERE city = ', ['AS']],
  ])('%j', (typed, has) => {
    checkCompletion(typed, { has });
  });
});
