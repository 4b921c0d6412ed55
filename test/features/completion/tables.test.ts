import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('after FROM: tables of the catalog, what the file made, CTEs', () => {
  checkCompletion('SELECT * FROM $0', {
    has: ['web_events', 'profiles', 'stores', 'open_stores', 'model_predict'],
  });
  checkCompletion('CREATE TABLE visits AS SELECT 1 AS a; SELECT * FROM v$0', { first: ['visits'] });
  checkCompletion('WITH recent AS (SELECT 1 AS a) SELECT * FROM re$0', { first: ['recent'] });
  checkCompletion('SELECT * FROM web$0', {
    first: ['web_events'],
    accept: ['web_events', 'SELECT * FROM web_events'],
  });
});

test('in every place that names a table', () => {
  const has = ['web_events'];
  checkCompletion('SELECT * FROM stores JOIN $0', { has });
  checkCompletion('SELECT * FROM stores s, $0', { has });
  checkCompletion('INSERT INTO $0', { has });
  checkCompletion('SELECT * FROM (SELECT * FROM $0', { has });
  checkCompletion('DROP TABLE $0', { has });
  checkCompletion("SELECT history_meta('$0", { has });
});

test('a table, also when words follow it', () => {
  checkCompletion('SELECT city FROM $0 WHERE city IS NULL', { has: ['stores'] });
  checkCompletion('ANALYZE TABLE $0', { has: ['stores'] });
  checkCompletion('ALTER TABLE st$0', { first: ['stores'] });
});

test('nothing but tables where one is written, changed or dropped', () => {
  const lacks = ['LATERAL', 'VALUES', 'model_predict'];
  checkCompletion('INSERT INTO $0', { has: ['stores'], lacks });
  checkCompletion('DROP TABLE $0', { has: ['stores'], lacks });
  checkCompletion('ALTER TABLE $0', { has: ['stores'], lacks });
});
