import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('a window that two calls share, however it is spaced', () => {
  checkAction(
    'SELECT sum(store_id) OVER (PAR$0TITION BY city ORDER BY opened), max(store_id) OVER ( partition by city  ORDER BY opened) FROM stores',
    'Name the window that 2 calls share',
    'SELECT sum(store_id) OVER w, max(store_id) OVER w FROM stores WINDOW w AS (PARTITION BY city ORDER BY opened)',
  );
});

test('beside the windows that are named, and before QUALIFY', () => {
  checkAction(
    'SELECT sum(store_id) OVER (ORDER$0 BY opened), max(store_id) OVER (ORDER BY opened), rank() OVER w FROM stores WINDOW w AS (ORDER BY city)',
    'Name the window that 2 calls share',
    'SELECT sum(store_id) OVER w_2, max(store_id) OVER w_2, rank() OVER w FROM stores WINDOW w AS (ORDER BY city), w_2 AS (ORDER BY opened)',
  );
  checkAction(
    'SELECT sum(store_id) OVER (ORDER$0 BY opened) AS a, max(store_id) OVER (ORDER BY opened) AS b\nFROM stores\nQUALIFY a > 1',
    'Name the window that 2 calls share',
    'SELECT sum(store_id) OVER w AS a, max(store_id) OVER w AS b\nFROM stores\nWINDOW w AS (ORDER BY opened)\nQUALIFY a > 1',
  );
});

test('not for a window of its own', () => {
  checkNoAction(
    'SELECT sum(store_id) OVER (ORDER$0 BY opened), max(store_id) OVER (ORDER BY city) FROM stores',
    'Name the window',
  );
});
