import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('parameters are elements, and their places', () => {
  checkColumns(
    `SELECT transform(array(1, 2), x -> x * 2.5) AS a, transform(productListItems, p -> p.SKU) AS b, transform(array('a'), (x, i) -> i) AS c FROM web_events`,
    'a array<decimal(13,1)>',
    'b array<string>?',
    'c array<int>',
  );
});

test('filters keep the type', () => {
  checkColumns(
    'SELECT filter(productListItems, p -> p.quantity > 1) AS a, map_filter(identityMap, (k, v) -> size(v) > 0) AS b FROM web_events',
    'a array<struct<SKU:string,quantity:bigint,priceTotal:double>>?',
    'b map<string,array<struct<id:string,primary:boolean>>>?',
  );
});

test('folds give what their last step gives', () => {
  checkColumns(
    'SELECT aggregate(array(1), 0, (acc, x) -> acc + x) AS a, aggregate(array(1), 0, (acc, x) -> acc + x, acc -> cast(acc AS string)) AS b',
    'a int?',
    'b string?',
  );
});

test('keys and values of maps, pairs', () => {
  checkColumns(
    `SELECT transform_values(map('a', 1), (k, v) -> concat(k, v)) AS a, zip_with(array(1), array('a'), (x, y) -> struct(x, y)) AS b`,
    'a map<string,string>',
    'b array<struct<x:int,y:string>>',
  );
});

test('a lambda in a lambda sees both parameters', () => {
  checkColumns(
    'SELECT transform(productListItems, p -> transform(array(1), q -> p.quantity + q)) AS a FROM web_events',
    'a array<array<bigint>>?',
  );
});
