import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('from the function and the field that it is about', () => {
  checkAction(
    'SELECT cou$0nt(*) FROM stores',
    'Name the column count',
    'SELECT count(*) AS count FROM stores',
  );
  checkAction(
    'SELECT sum(commerce.order.price$0Total) FROM web_events',
    'Name the column sum_priceTotal',
    'SELECT sum(commerce.order.priceTotal) AS sum_priceTotal FROM web_events',
  );
  checkAction(
    'SELECT store_id $0+ 1 FROM stores',
    'Name the column store_id_2',
    'SELECT store_id + 1 AS store_id_2 FROM stores',
  );
  checkAction(
    'SELECT max(city) AS max_city, m$0ax(city) FROM stores',
    'Name the column max_city_2',
    'SELECT max(city) AS max_city, max(city) AS max_city_2 FROM stores',
  );
});

test('not for what has a name', () => {
  checkNoAction('SELECT ci$0ty FROM stores', 'Name the column');
  checkNoAction('SELECT 1 AS o$0ne', 'Name the column');
  checkNoAction('SELECT $01', 'Name the column');
});
