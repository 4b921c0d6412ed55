import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('aggregates', () => {
  checkColumns(
    'SELECT count(*) AS a, sum(store_id) AS b, avg(store_id) AS c, max(opened) AS d, collect_set(city) AS e FROM stores',
    'a bigint',
    'b bigint?',
    'c double?',
    'd date?',
    'e array<string>',
  );
  checkColumns(
    'SELECT sum(loyalty_points) AS a, avg(loyalty_points) AS b FROM profiles',
    'a decimal(22,2)?',
    'b decimal(16,6)?',
  );
});

test('texts, numbers and dates', () => {
  checkColumns(
    `SELECT upper(city) AS a, length('x') AS b, split(city, ',') AS c, concat_ws(',', city) AS d, round(2.345, 2) AS e, year(opened) AS f, to_date('x') AS g, current_date AS h, date_add(opened, 1) AS i FROM stores`,
    'a string?',
    'b int',
    'c array<string>?',
    'd string',
    'e decimal(4,2)?',
    'f int?',
    'g date?',
    'h date',
    'i date?',
  );
});

test('structs, maps and arrays take their names and types from the arguments', () => {
  checkColumns(
    `SELECT struct(store_id, city AS town) AS a, named_struct('a', 1) AS b, map('a', 1, 'b', 2.5) AS c, map_keys(map('a', 1)) AS d, arrays_zip(array(1), array('a')) AS e FROM stores`,
    'a struct<store_id:int,town:string>',
    'b struct<a:int>',
    'c map<string,decimal(11,1)>',
    'd array<string>',
    'e array<struct<0:int,1:string>>',
  );
});

test('a schema in a text', () => {
  checkColumns(
    `SELECT from_json(city, 'a INT, b STRING') AS a, from_json(city, 'array<double>') AS b, to_number(city, '99.99') AS c FROM stores`,
    'a struct<a:int,b:string>?',
    'b array<double>?',
    'c decimal(4,2)?',
  );
});

test('window functions, those of Adobe with their structs', () => {
  checkColumns(
    'SELECT rank() OVER (ORDER BY _id) AS a, lag(_id) OVER (ORDER BY _id) AS b, SESS_TIMEOUT(timestamp, 60) OVER (PARTITION BY _id ORDER BY timestamp).num AS c FROM web_events',
    'a int',
    'b string?',
    'c int?',
  );
});

test('unknown functions give unknown types', () => {
  checkColumns('SELECT db.f(city) AS a FROM stores', 'a unknown?');
});
