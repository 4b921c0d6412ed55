import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('keys by alias and place', () => {
  checkColumns(
    'SELECT city AS town, year(opened) AS y, count(*) AS n FROM stores GROUP BY town, 2 HAVING n > 1 ORDER BY y',
    'town string?',
    'y int?',
    'n bigint',
  );
});

test('a window of time becomes a column', () => {
  checkColumns(
    `SELECT window.start, count(*) AS n FROM web_events GROUP BY window(timestamp, '1 hour')`,
    'start timestamp?',
    'n bigint',
  );
});

test('aggregates of groups in windows', () => {
  checkColumns(
    'SELECT city, sum(count(*)) OVER (ORDER BY city) AS running FROM stores GROUP BY city',
    'city string?',
    'running bigint?',
  );
});
