import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('all columns, of a table, of a struct', () => {
  checkColumns('SELECT * FROM open_stores', 'store_id int?', 'city string?');
  checkColumns(
    'SELECT s.*, o.city AS other FROM open_stores s JOIN stores o ON s.store_id = o.store_id',
    'store_id int?',
    'city string?',
    'other string?',
  );
  checkColumns(
    'SELECT web.* FROM web_events',
    'webPageDetails struct<name:string,URL:string,isHomePage:boolean,pageViews:struct<id:string,value:double>>?',
    'webReferrer struct<URL:string,type:string>?',
  );
});

test('all but some', () => {
  checkColumns('SELECT * EXCEPT (city, opened) FROM stores', 'store_id int?', 'floor space double?');
});

test('columns that a join makes one of stand once', () => {
  checkColumns(
    'SELECT * FROM stores JOIN open_stores USING (store_id, city)',
    'store_id int?',
    'city string?',
    'opened date?',
    'floor space double?',
  );
  checkColumns(
    'SELECT * FROM stores NATURAL JOIN open_stores',
    'store_id int?',
    'city string?',
    'opened date?',
    'floor space double?',
  );
});

test('of an unknown table there may be more', () => {
  checkColumns(
    `SELECT *, 1 AS one FROM nowhere
--- catalog
{"version": 1, "datasets": []}`,
    'one int',
    '...',
  );
});
