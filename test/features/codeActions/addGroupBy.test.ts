import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('all columns beside the aggregates', () => {
  checkAction(
    'SELECT ci$0ty, year(opened), count(*) FROM stores WHERE store_id > 1',
    'Add GROUP BY',
    'SELECT city, year(opened), count(*) FROM stores WHERE store_id > 1 GROUP BY city, year(opened)',
  );
  checkAction(
    'SELECT city,$0\n  count(*)\nFROM stores\nHAVING count(*) > 1',
    'Add GROUP BY',
    'SELECT city,\n  count(*)\nFROM stores\nGROUP BY city\nHAVING count(*) > 1',
  );
});

test('what stands beside an aggregate in one expression', () => {
  checkAction(
    'SELECT $0store_id + count(*) AS n FROM stores',
    'Add GROUP BY',
    'SELECT store_id + count(*) AS n FROM stores GROUP BY store_id',
  );
});

test('the missing ones of a GROUP BY that is there', () => {
  checkAction(
    'SELECT city, open$0ed, count(*) FROM stores GROUP BY 1',
    'Group by the other columns, too',
    'SELECT city, opened, count(*) FROM stores GROUP BY 1, opened',
  );
  checkNoAction('SELECT city AS town, count(*)$0 FROM stores GROUP BY town', 'Group by');
  checkNoAction('SELECT year(opened), count(*)$0 FROM stores GROUP BY opened', 'Group by');
});

test('not without aggregates, and not where GROUP BY says it in another way', () => {
  checkNoAction('SELECT ci$0ty FROM stores', 'Add GROUP BY');
  checkNoAction('SELECT count($0*) FROM stores', 'Add GROUP BY');
  checkNoAction('SELECT city, sum(store_id)$0 OVER () FROM stores', 'Add GROUP BY');
  checkNoAction('SELECT ci$0ty, opened, count(*) FROM stores GROUP BY ALL', 'Group by');
});
