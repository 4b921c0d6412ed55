import { describe, test } from 'vitest';
import { checkCompletion, checkNoCompletion } from '../support/checkCompletion';

describe('tables', () => {
  test('after FROM: tables of the catalog, what the file made, CTEs', () => {
    checkCompletion('SELECT * FROM $0', {
      has: ['web_events', 'profiles', 'stores', 'open_stores', 'model_predict'],
    });
    checkCompletion('CREATE TABLE visits AS SELECT 1 AS a; SELECT * FROM v$0', { first: ['visits'] });
    checkCompletion('WITH recent AS (SELECT 1 AS a) SELECT * FROM re$0', { first: ['recent'] });
    checkCompletion('SELECT * FROM web$0', {
      first: ['web_events'],
      accept: ['web_events', 'SELECT * FROM web_events'],
    });
  });

  test('in every place that names a table', () => {
    const has = ['web_events'];
    checkCompletion('SELECT * FROM stores JOIN $0', { has });
    checkCompletion('SELECT * FROM stores s, $0', { has });
    checkCompletion('INSERT INTO $0', { has });
    checkCompletion('SELECT * FROM (SELECT * FROM $0', { has });
    checkCompletion('DROP TABLE $0', { has });
    checkCompletion("SELECT history_meta('$0", { has });
  });
});

describe('columns', () => {
  test('of the tables in FROM, also when it stands behind the cursor', () => {
    checkCompletion('SELECT $0 FROM stores', { has: ['store_id', 'city', 'opened', 'floor space'] });
    checkCompletion('SELECT city, ci$0 FROM stores', { first: ['city'] });
    checkCompletion('SELECT fl$0 FROM stores', {
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

  test('of subqueries and CTEs', () => {
    checkCompletion('SELECT $0 FROM (SELECT city AS town FROM stores)', { has: ['town'], lacks: ['opened'] });
    checkCompletion('WITH t AS (SELECT city AS town FROM stores) SELECT t.$0 FROM t', { first: ['town'] });
    checkCompletion('SELECT * FROM stores s WHERE EXISTS (SELECT 1 FROM profiles p WHERE s.$0)', {
      has: ['city'],
    });
  });

  test('parameters of a lambda', () => {
    checkCompletion('SELECT filter(productListItems, item -> ite$0 > 1) FROM web_events', {
      first: ['item'],
    });
    checkCompletion('SELECT filter(productListItems, item -> item.$0 > 1) FROM web_events', {
      first: ['SKU', 'priceTotal', 'quantity'],
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
});

describe('nested fields', () => {
  test('after a dot at any depth', () => {
    checkCompletion('SELECT web.$0 FROM web_events', { first: ['webPageDetails', 'webReferrer'] });
    checkCompletion('SELECT web.webPageDetails.$0 FROM web_events', { has: ['name', 'URL', 'pageViews'] });
    checkCompletion('SELECT e.web.webPageDetails.pageViews.$0 FROM web_events e', { first: ['id', 'value'] });
    checkCompletion("SELECT identityMap['ECID'][0].$0 FROM web_events", { first: ['id', 'primary'] });
    checkCompletion('SELECT productListItems.$0 FROM web_events', { has: ['SKU'] });
    checkCompletion('SELECT * FROM web_events WHERE commerce.$0', { has: ['order', '30_day_value'] });
  });

  test('names are quoted where they must be', () => {
    checkCompletion('SELECT commerce.or$0 FROM web_events', {
      accept: ['order', 'SELECT commerce.`order` FROM web_events'],
    });
    checkCompletion('SELECT commerce.30$0 FROM web_events', {});
    checkCompletion('SELECT commerce.`30$0 FROM web_events', {
      accept: ['30_day_value', 'SELECT commerce.`30_day_value` FROM web_events'],
    });
  });

  test('by the name of the leaf, with the whole path put in', () => {
    checkCompletion('SELECT purch$0 FROM web_events', {
      first: ['commerce.purchases', 'commerce.order.purchaseID'],
      accept: ['commerce.order.purchaseID', 'SELECT commerce.`order`.purchaseID FROM web_events'],
    });
    checkCompletion('SELECT web.na$0 FROM web_events', {
      accept: ['webPageDetails.name', 'SELECT web.webPageDetails.name FROM web_events'],
    });
    checkCompletion('SELECT user_id$0 FROM web_events a JOIN profiles b', {
      has: ['a._acme.user_id', 'b._acme.user_id'],
    });
  });

  test('fields of a struct that a function gives', () => {
    checkCompletion(
      'SELECT s.$0 FROM (SELECT SESS_TIMEOUT(timestamp, 60) OVER (ORDER BY timestamp) AS s FROM web_events)',
      { first: ['depth', 'is_new', 'num', 'timestamp_diff'] },
    );
    checkCompletion('SELECT i.$0 FROM web_events LATERAL VIEW explode(productListItems) t AS i', {
      has: ['SKU'],
    });
  });
});

describe('values', () => {
  test('inside a comparison string', () => {
    const first = ['commerce.purchases', 'directMarketing.emailSent', 'web.formFilledOut'];
    checkCompletion("SELECT * FROM web_events WHERE eventType = '$0'", { first });
    checkCompletion("SELECT * FROM web_events WHERE eventType = '$0", { first });
    checkCompletion("SELECT * FROM web_events e WHERE e.eventType IN ('x', '$0')", { first });
    checkCompletion("SELECT sum(CASE WHEN eventType='web.f$0' THEN 1 ELSE 0 END) FROM web_events", {
      first: ['web.formFilledOut'],
      accept: [
        'web.formFilledOut',
        "SELECT sum(CASE WHEN eventType='web.formFilledOut' THEN 1 ELSE 0 END) FROM web_events",
      ],
    });
    checkCompletion("SELECT CASE WHEN eventType = '$0 THEN 1 END FROM web_events", { first });
    checkCompletion("SELECT * FROM (SELECT eventType AS kind FROM web_events) WHERE kind = '$0'", { first });
  });

  test('units of time functions', () => {
    checkCompletion("SELECT date_trunc('$0', timestamp) FROM web_events", { has: ['MONTH', 'DAY'] });
  });

  test('nothing in other strings, comments and new names', () => {
    checkNoCompletion("SELECT 'a $0' FROM stores");
    checkNoCompletion('SELECT city -- of $0\nFROM stores');
    checkNoCompletion('SELECT /* $0 */ city FROM stores');
    checkNoCompletion('SELECT city AS t$0 FROM stores');
    checkNoCompletion('CREATE TABLE n$0');
  });
});

describe('functions and types', () => {
  test('functions bring brackets, unless they are there', () => {
    checkCompletion('SELECT time_bet$0 FROM web_events', {
      first: ['TIME_BETWEEN_NEXT_MATCH', 'TIME_BETWEEN_PREVIOUS_MATCH'],
    });
    checkCompletion('SELECT upp$0 FROM stores', { accept: ['upper', 'SELECT upper() FROM stores'] });
    checkCompletion('SELECT upp$0(city) FROM stores', {
      accept: ['upper', 'SELECT upper(city) FROM stores'],
    });
  });

  test('types after CAST', () => {
    checkCompletion('SELECT CAST(city AS $0) FROM stores', { has: ['string', 'timestamp', 'array<...>'] });
    checkCompletion('SELECT city::big$0 FROM stores', { first: ['bigint'] });
  });
});

describe('keywords', () => {
  test('those that fit', () => {
    checkCompletion('$0', { has: ['SELECT', 'CREATE TABLE', 'INSERT INTO', 'WITH'] });
    checkCompletion('SEL$0', { first: ['SELECT'] });
    checkCompletion('SELECT 1;\n$0', { has: ['SELECT'] });
    checkCompletion('SELECT city $0', { first: ['AS', 'FROM'] });
    checkCompletion('SELECT city FR$0', { first: ['FROM'] });
    checkCompletion('SELECT * FROM stores $0', {
      has: ['WHERE', 'JOIN', 'GROUP BY', 'SNAPSHOT SINCE'],
      lacks: ['city'],
    });
    checkCompletion('SELECT * FROM stores WH$0', { first: ['WHERE'] });
    checkCompletion('SELECT * FROM stores s $0', { has: ['WHERE'] });
    checkCompletion("SELECT * FROM stores WHERE city = 'x' $0", {
      has: ['AND', 'OR', 'GROUP BY'],
      lacks: ['city'],
    });
    checkCompletion('SELECT * FROM stores ORDER BY city $0', { first: ['ASC', 'DESC'] });
    checkCompletion('SELECT CASE WHEN city IS NULL $0 FROM stores', { has: ['THEN'] });
    checkCompletion('SELECT row_number() OVER ($0) FROM stores', { has: ['PARTITION BY', 'ORDER BY'] });
  });
});

describe('variables, parameters, options, windows', () => {
  test('variables of a block and parameters of the file', () => {
    checkCompletion('$$ BEGIN SET @from_id = SELECT 1; SELECT @$0; END $$;', { first: ['@from_id'] });
    checkCompletion('SELECT $first; SELECT $f$0', { first: ['$first'] });
  });

  test('options of CREATE TABLE and CREATE MODEL', () => {
    checkCompletion('CREATE TABLE t WITH ($0) AS SELECT 1 AS a', {
      has: ['schema', 'rowvalidation', 'label'],
    });
    checkCompletion('CREATE MODEL m OPTIONS (MO$0) AS SELECT 1 AS a', { first: ['MODEL_TYPE'] });
  });

  test('named windows', () => {
    checkCompletion('SELECT rank() OVER $0 FROM stores WINDOW w AS (ORDER BY city)', { has: ['w'] });
  });
});
