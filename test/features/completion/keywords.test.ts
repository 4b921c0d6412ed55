import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('those that fit', () => {
  checkCompletion('$0', { first: ['SELECT', 'WITH', 'CREATE TABLE', 'INSERT INTO'] });
  checkCompletion('SEL$0', { first: ['SELECT'] });
  checkCompletion('SELECT 1;\n$0', { has: ['SELECT'] });
  checkCompletion('SELECT city $0', { first: ['FROM', 'AS'] });
  checkCompletion('SELECT city FR$0', { first: ['FROM'] });
  checkCompletion('SELECT * FROM stores $0', {
    first: ['WHERE', 'JOIN', 'LEFT JOIN', 'GROUP BY'],
    has: ['SNAPSHOT SINCE'],
    lacks: ['city'],
  });
  checkCompletion('SELECT * FROM stores WH$0', { first: ['WHERE'] });
  checkCompletion('SELECT * FROM stores s $0', { has: ['WHERE'] });
  checkCompletion("SELECT * FROM stores WHERE city = 'x' $0", {
    has: ['AND', 'OR', 'GROUP BY'],
    lacks: ['city'],
  });
  checkCompletion('SELECT * FROM stores ORDER BY city $0', { first: ['ASC', 'DESC'] });
  checkCompletion('SELECT CASE WHEN city IS NULL $0 FROM stores', { has: ['THEN'] });
  checkCompletion('SELECT row_number() OVER ($0) FROM stores', { first: ['PARTITION BY', 'ORDER BY'] });
});

test('a bracket that only a query can stand in', () => {
  const first = ['SELECT', 'WITH'];
  checkCompletion('WITH a AS ($0', { first, lacks: ['city', 'AND'] });
  checkCompletion('WITH a AS (SELECT 1 AS x), b (y) AS ($0) SELECT y FROM b', { first });
  checkCompletion('CREATE TABLE t AS ($0', { first });
  checkCompletion('SELECT * FROM stores WHERE NOT EXISTS ($0)', { first, lacks: ['city'] });
  checkCompletion('SELECT * FROM ($0', { first: ['SELECT'], has: ['stores'] });
  checkCompletion('SELECT * FROM stores WHERE store_id IN ($0)', { first: ['SELECT'], has: ['store_id'] });
  checkCompletion('SELECT rank() OVER w FROM stores WINDOW w AS ($0)', {
    has: ['ORDER BY'],
    lacks: ['SELECT'],
  });
});

test('after a CTE comes its query, then the select', () => {
  checkCompletion('WITH a $0', { first: ['AS'], lacks: ['SELECT'] });
  checkCompletion('WITH a (x) $0', { first: ['AS'], lacks: ['SELECT'] });
  checkCompletion('WITH a AS (SELECT 1 AS x) $0', { first: ['SELECT'], lacks: ['AS'] });
});

test('what must follow stands alone', () => {
  checkCompletion('CREATE $0', { first: ['TABLE', 'TEMP TABLE', 'VIEW'], lacks: ['AS'] });
  checkCompletion('CREATE TABLE t $0', { first: ['AS', 'WITH'], lacks: ['VIEW'] });
  checkCompletion('CREATE TABLE t AS $0', { first: ['SELECT', 'WITH'], lacks: ['city'] });
  checkCompletion('EXPLAIN $0', { has: ['SELECT'] });
  checkCompletion('SELECT * FROM stores WHERE city IS $0', { first: ['NULL', 'NOT NULL'], lacks: ['AND'] });
  checkCompletion('SELECT * FROM stores WHERE city NOT $0', { has: ['IN', 'LIKE'], lacks: ['WHERE'] });
  checkCompletion('SELECT * FROM stores LEFT $0', { first: ['JOIN'], lacks: ['WHERE'] });
  checkCompletion('SELECT city FROM stores GROUP $0', { first: ['BY'] });
  checkCompletion('DROP $0', { first: ['TABLE', 'VIEW', 'MODEL'] });
  checkCompletion('SHOW $0', { first: ['TABLES', 'VIEWS', 'MODELS'] });
  checkCompletion('SET $0', { has: ['auto_to_json = true'] });
});

test('a number of rows has no names', () => {
  checkCompletion('SELECT * FROM stores LIMIT $0', { lacks: ['city', 'abs'] });
});

test('snapshot forms', () => {
  checkCompletion('SELECT * FROM stores SNAPSHOT $0', { first: ['SINCE', 'AS OF', 'BETWEEN'] });
  checkCompletion('SELECT * FROM stores SNAPSHOT SINCE $0', { first: ["'HEAD'", "'TAIL'"], lacks: ['city'] });
  checkCompletion("SELECT * FROM stores SNAPSHOT BETWEEN 'HEAD' $0", { first: ['AND'], lacks: ['WHERE'] });
  checkCompletion("SELECT * FROM stores SNAPSHOT BETWEEN 'HEAD' AND $0", { first: ["'HEAD'", "'TAIL'"] });
  checkCompletion('$$ BEGIN SET @last = SELECT 1; SELECT * FROM stores SNAPSHOT SINCE $0; END $$;', {
    has: ['@last'],
  });
});

test('window frames', () => {
  const over = (inside: string) =>
    `SELECT sum(store_id) OVER (PARTITION BY city ORDER BY opened ${inside}) FROM stores`;
  checkCompletion(over('$0'), { has: ['ROWS BETWEEN', 'RANGE BETWEEN', 'DESC'], lacks: ['LIMIT'] });
  checkCompletion(over('ROWS BETWEEN $0'), {
    first: ['UNBOUNDED PRECEDING', 'CURRENT ROW'],
    lacks: ['city'],
  });
  checkCompletion(over('ROWS BETWEEN UNBOUNDED PRECEDING $0'), { first: ['AND'] });
  checkCompletion(over('ROWS BETWEEN 6 $0'), { has: ['PRECEDING', 'FOLLOWING'] });
  checkCompletion(over('ROWS BETWEEN UNBOUNDED PRECEDING AND $0'), { first: ['CURRENT ROW', '1 PRECEDING'] });
  checkCompletion(over('RANGE BETWEEN $0'), {
    snippets: { 'INTERVAL 7 DAYS PRECEDING': 'INTERVAL ${1:7} DAYS PRECEDING' },
  });
});

test('statistics and samples', () => {
  checkCompletion('ANALYZE TABLE stores $0', { first: ['COMPUTE STATISTICS', 'TABLESAMPLE SAMPLERATE'] });
  checkCompletion('ANALYZE TABLE stores COMPUTE STATISTICS $0', { first: ['FOR ALL COLUMNS'] });
  checkCompletion('ANALYZE TABLE stores COMPUTE STATISTICS FOR COLUMNS ($0)', { has: ['city'] });
  checkCompletion('ANALYZE TABLE stores FILTERCONTEXT ($0)', { has: ['city'] });
});

test('a rate and a folder are no columns', () => {
  checkCompletion('ANALYZE TABLE stores TABLESAMPLE SAMPLERATE $0', { first: ['5'], lacks: ['city'] });
  checkCompletion('COPY (SELECT city FROM stores) TO $0', { lacks: ['city'] });
});

test('statements of a block', () => {
  checkCompletion('$$ BEGIN $0', {
    first: ['SELECT', 'SET @', 'INSERT INTO', 'IF', 'EXCEPTION WHEN OTHERS THEN', 'END', 'WITH'],
    lacks: ['$$ BEGIN'],
  });
  checkCompletion('$$ BEGIN SELECT 1; EXCEPTION $0', { first: ['WHEN OTHERS THEN'] });
  checkCompletion('$0', { lacks: ['END'] });
});

test('constraints', () => {
  checkCompletion('ALTER TABLE stores ADD $0', { has: ['COLUMN', 'SCHEMA'] });
  checkCompletion('ALTER TABLE stores ADD CONSTRAINT $0', { has: ['PRIMARY KEY', 'PRIMARY IDENTITY'] });
});

test('lengths of time', () => {
  checkCompletion('SELECT INTERVAL $0', { first: ['7 DAYS', '1 HOUR'], lacks: ['AND'] });
  checkCompletion('SELECT timestamp - INTERVAL 7 $0 FROM web_events', { has: ['DAYS'], lacks: ['FROM'] });
});
