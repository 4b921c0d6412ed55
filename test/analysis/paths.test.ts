import { test } from 'vitest';
import { checkColumns } from '../support/checkColumns';

test('fields at any depth, with the table and without', () => {
  checkColumns(
    'SELECT web.webPageDetails.name, e.web.webReferrer, e.web.webPageDetails.isHomePage FROM web_events e',
    'name string?',
    'webReferrer struct<URL:string,type:string>?',
    'isHomePage boolean?',
  );
});

test('reserved words and digits', () => {
  checkColumns(
    `SELECT commerce.\`order\`.priceTotal, commerce['order'].purchaseID AS id, commerce.\`30_day_value\` FROM web_events`,
    'priceTotal double?',
    'id string?',
    '30_day_value decimal(10,2)?',
  );
});

test('a field of an array of structs is an array', () => {
  checkColumns(
    'SELECT productListItems.priceTotal, productListItems[0].SKU AS first, productListItems.SKU[1] AS sku, productListItems[0] AS item FROM web_events',
    'priceTotal array<double>?',
    'first string?',
    'sku string?',
    'item struct<SKU:string,quantity:bigint,priceTotal:double>?',
  );
});

test('keys of maps', () => {
  checkColumns(
    `SELECT identityMap['ECID'] AS ids, identityMap.ECID[0].id AS id, identityMap['ECID'].primary AS flags, element_at(identityMap, 'x')[0].id AS other FROM web_events`,
    'ids array<struct<id:string,primary:boolean>>?',
    'id string?',
    'flags array<boolean>?',
    'other string?',
  );
});

test('fields of what is made on the spot', () => {
  checkColumns('SELECT struct(store_id, city AS town).town AS town FROM stores', 'town string?');
});

test('names know no case', () => {
  checkColumns('SELECT WEB.webpagedetails.NAME FROM web_events', 'NAME string?');
});
