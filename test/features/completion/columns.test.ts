import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('of the tables in FROM, also when it stands behind the cursor', () => {
  checkCompletion('SELECT $0 FROM stores', { has: ['store_id', 'city', 'opened', 'floor space'] });
  checkCompletion('SELECT city, ci$0 FROM stores', { first: ['city'] });
  checkCompletion('SELECT fl$0 FROM stores', {
    accept: ['floor space', 'SELECT `floor space` FROM stores'],
  });
  checkCompletion('SELECT "fl$0 FROM stores', {
    accept: ['floor space', 'SELECT `floor space` FROM stores'],
  });
});

test('in every clause', () => {
  const has = ['store_id', 'city'];
  checkCompletion('SELECT * FROM stores WHERE $0', { has });
  checkCompletion("SELECT * FROM stores WHERE city = 'Oslo' AND $0", { has });
  checkCompletion('SELECT count(*) FROM stores GROUP BY $0', { has });
  checkCompletion('SELECT * FROM stores ORDER BY $0', { has });
  checkCompletion('SELECT upper($0 FROM stores', { has });
  checkCompletion('SELECT CASE WHEN $0 FROM stores', { has });
  checkCompletion('SELECT sum(store_id) OVER (PARTITION BY $0 FROM stores', { has });
  checkCompletion('SELECT * FROM stores WHERE store_id IN ($0', { has });
  checkCompletion('INSERT INTO stores (store_id, $0) SELECT 1', { has: ['city'], lacks: ['store_id'] });
});

test('before FROM is typed: columns of the tables in the catalog', () => {
  checkCompletion('SELECT $0', { has: ['eventType', 'city'] });
  checkCompletion('SELECT * FROM stores;\nSELECT $0', { has: ['city'], lacks: ['eventType'] });
  checkCompletion('SELECT ema$0', { accept: ['_acme.email', 'SELECT _acme.email'] });
});

test('after an alias and its dot', () => {
  checkCompletion('SELECT s.$0 FROM stores s', { first: ['city', 'floor space', 'opened', 'store_id'] });
  checkCompletion('SELECT s.$0 FROM stores s JOIN web_events e ON s.city = e._id', {
    lacks: ['eventType'],
  });
  checkCompletion('SELECT e.$0', {});
});

test('of two tables: a name that both have is qualified', () => {
  checkCompletion('SELECT ci$0 FROM stores a JOIN open_stores b ON a.store_id = b.store_id', {
    first: ['a.city', 'b.city'],
  });
});

test('aliases of the select list in ORDER BY and HAVING', () => {
  checkCompletion('SELECT city AS town FROM stores ORDER BY to$0', { first: ['town'] });
  checkCompletion('SELECT city, count(*) AS total FROM stores GROUP BY city HAVING to$0', {
    first: ['total'],
  });
});

test('what the select list made comes first in ORDER BY and HAVING', () => {
  const grouped = 'SELECT city AS town, count(*) AS total FROM stores GROUP BY city';
  checkCompletion(`${grouped} ORDER BY $0`, { first: ['total', 'town'] });
  checkCompletion(`${grouped} HAVING $0`, { first: ['total', 'town'] });
});

test('an outer column that an inner one hides is qualified, and the counterpart of a comparison comes first', () => {
  checkCompletion('SELECT * FROM stores s WHERE EXISTS (SELECT 1 FROM open_stores o WHERE o.store_id = $0)', {
    first: ['s.store_id'],
  });
  checkCompletion('SELECT * FROM stores s, open_stores o WHERE o.city = $0', { first: ['s.city'] });
});

test('of subqueries and CTEs', () => {
  checkCompletion('SELECT $0 FROM (SELECT city AS town FROM stores)', { has: ['town'], lacks: ['opened'] });
  checkCompletion('WITH t AS (SELECT city AS town FROM stores) SELECT t.$0 FROM t', { first: ['town'] });
  checkCompletion('SELECT * FROM stores s WHERE EXISTS (SELECT 1 FROM profiles p WHERE s.$0)', {
    has: ['city'],
  });
});

test('parameters of a lambda', () => {
  checkCompletion('SELECT filter(productListItems, zed -> $0) FROM web_events', { first: ['zed'] });
  checkCompletion('SELECT filter(productListItems, item -> ite$0 > 1) FROM web_events', {
    first: ['item'],
  });
  checkCompletion('SELECT filter(productListItems, item -> item.$0 > 1) FROM web_events', {
    first: ['priceTotal', 'quantity', 'SKU'],
  });
});

test('join conditions from identities and equal names', () => {
  checkCompletion('SELECT * FROM web_events e JOIN profiles p ON $0', {
    first: ['e._acme.user_id = p._acme.user_id', 'e._id = p._id'],
  });
});

test('GROUP BY offers all that is not aggregated', () => {
  checkCompletion('SELECT city, year(opened), count(*) FROM stores GROUP BY $0', {
    first: ['city, year(opened)'],
  });
});

test('columns that USING can join on', () => {
  checkCompletion('SELECT * FROM stores JOIN open_stores USING ($0)', {
    has: ['store_id', 'city'],
    lacks: ['opened'],
  });
});

test('columns of a fitting type come first', () => {
  checkCompletion('SELECT * FROM stores WHERE store_id > $0', { first: ['floor space', 'store_id'] });
  checkCompletion('SELECT * FROM stores WHERE opened >= $0', { first: ['opened'] });
  checkCompletion('SELECT date_add($0) FROM stores', { first: ['opened'] });
  checkCompletion('SELECT date_add($0, 1) FROM stores', { first: ['opened'] });
  checkCompletion('SELECT explode($0) FROM web_events', { first: ['productListItems'] });
  checkCompletion('SELECT transform($0, x -> x) FROM web_events', { first: ['productListItems'] });
  checkCompletion('SELECT map_keys($0) FROM web_events', { first: ['identityMap'] });
  checkCompletion('SELECT sum($0) FROM stores', { first: ['floor space', 'store_id'] });
});

test('a struct is shown as such in the list', () => {
  checkCompletion('SELECT $0 FROM web_events', {
    details: { web: 'struct', productListItems: 'array<struct>', identityMap: 'map<string,array<struct>>' },
  });
  checkCompletion('SELECT web.$0 FROM web_events', { details: { webPageDetails: 'struct' } });
});

test('the document of a struct has the whole type', () => {
  checkCompletion('SELECT commerce.purch$0 FROM web_events', {
    documents: { purchases: '```feature-sql\nstruct<id:string,value:double>\n```' },
  });
});

test('GROUP BY offers what is still missing', () => {
  checkCompletion('SELECT city, year(opened) AS y, count(*) FROM stores GROUP BY city, $0', {
    first: ['year(opened)'],
  });
});

test('before FROM is typed in a large catalog: columns of a few data sets', () => {
  const datasets = Array.from({ length: 60 }, (_, at) => ({
    table: `t${at}`,
    columns: [{ name: `column_${at}`, type: 'string' }],
  }));
  const catalog = JSON.stringify({ version: 1, datasets });
  checkCompletion(`SELECT colu$0\n--- catalog\n${catalog}`, { has: ['column_0'], lacks: ['column_59'] });
  checkCompletion(`SELECT * FROM t59; SELECT colu$0\n--- catalog\n${catalog}`, { first: ['column_59'] });
});
