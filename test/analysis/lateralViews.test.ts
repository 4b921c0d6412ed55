import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('elements and their places', () => {
  checkColumns(
    'SELECT item.SKU, pos FROM web_events LATERAL VIEW posexplode(productListItems) t AS pos, item',
    'SKU string?',
    'pos int',
  );
});

test('one view reads another, and an outer one may be null', () => {
  checkColumns(
    'SELECT k, v FROM web_events LATERAL VIEW explode(identityMap) m AS k, ids LATERAL VIEW OUTER explode(ids) n AS v',
    'k string',
    'v struct<id:string,primary:boolean>?',
  );
});

test('without names, those of the function', () => {
  checkColumns('SELECT t.col FROM web_events LATERAL VIEW explode(productListItems.SKU) t', 'col string?');
  checkColumns(
    'SELECT SKU, quantity FROM web_events LATERAL VIEW inline(productListItems) t',
    'SKU string?',
    'quantity bigint?',
  );
});

test('functions that give rows in the list and in FROM', () => {
  checkColumns(
    'SELECT explode(productListItems.SKU) AS sku, _id FROM web_events',
    'sku string?',
    '_id string?',
  );
  checkColumns('SELECT e.x FROM (SELECT array(1, 2) AS xs) s, LATERAL explode(s.xs) AS e(x)', 'x int?');
  checkColumns('SELECT r.id FROM range(1, 5) r', 'id bigint');
  checkColumns(
    `SELECT snapshot_id FROM (SELECT history_meta('web_events')) WHERE is_current`,
    'snapshot_id bigint?',
  );
});

test('VALUES', () => {
  checkColumns(
    `SELECT col1, b FROM VALUES (1, 'a'), (2.5, NULL) AS t(col1, b)`,
    'col1 decimal(11,1)',
    'b string?',
  );
  checkColumns(`VALUES (1, 'a'), (2L, NULL)`, 'col1 bigint', 'col2 string?');
});
