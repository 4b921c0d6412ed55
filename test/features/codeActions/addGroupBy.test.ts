import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

const all = 'Group by all columns that are not aggregated';

test('what stands beside an aggregate in one expression', () => {
  checkAction(
    'SELECT $0store_id + count(*) AS n, city FROM stores',
    all,
    'SELECT store_id + count(*) AS n, city FROM stores GROUP BY store_id, city',
  );
  checkAction(
    'SELECT $0store_id + count(*) AS n\nFROM stores\nHAVING count(*) > 1',
    all,
    'SELECT store_id + count(*) AS n\nFROM stores\nGROUP BY store_id\nHAVING count(*) > 1',
  );
});

test('all that a GROUP BY which is there lacks', () => {
  checkAction(
    'SELECT city, year(open$0ed), store_id, count(*) FROM stores GROUP BY 1',
    all,
    'SELECT city, year(opened), store_id, count(*) FROM stores GROUP BY 1, year(opened), store_id',
  );
});

test('not where the fix of the finding mends all', () => {
  checkNoAction('SELECT ci$0ty, opened, count(*) FROM stores', all);
  checkNoAction('SELECT city, open$0ed, count(*) FROM stores GROUP BY city', all);
});

test('one value of each group', () => {
  checkAction(
    'SELECT ci$0ty, count(*) FROM stores',
    'Take max of each group',
    'SELECT max(city) AS city, count(*) FROM stores',
  );
  checkAction(
    'SELECT year(open$0ed) AS y, count(*) FROM stores',
    'Take max of each group',
    'SELECT year(max(opened)) AS y, count(*) FROM stores',
  );
  checkAction(
    'SELECT identity$0Map, count(*) FROM web_events',
    'Take first of each group',
    'SELECT first(identityMap) AS identityMap, count(*) FROM web_events',
  );
});

test('not where all is grouped', () => {
  checkNoAction('SELECT ci$0ty FROM stores', 'Take');
  checkNoAction('SELECT ci$0ty, count(*) FROM stores GROUP BY city', 'Take');
});
