import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../../server/analysis/analyzeFile';
import { statementLineage } from '../../../server/analysis/lineage/statementLineage';
import { parse } from '../../../server/sql/parse';
import { checkLineage } from '../../support/checkLineage';
import { shopCatalog } from '../../support/shopCatalog';
import { allSqlFiles } from '../../support/sqlCorpus';

describe('values', () => {
  test('a column is copied, an expression changes it, an aggregate makes it one of many', () => {
    checkLineage(
      'SELECT city, upper(city) AS loud, count(city) + 1 AS n, 1 AS one FROM stores',
      'city: stores.city copy',
      'loud: stores.city transform',
      'n: stores.city aggregate',
      'one:',
    );
  });

  test('a path leads to the leaf, a struct is taken as a whole', () => {
    checkLineage(
      'SELECT web.webPageDetails.URL, e.web.webReferrer AS r FROM web_events e',
      'URL: web_events.web.webPageDetails.URL copy',
      'r: web_events.web.webReferrer copy',
    );
  });

  test('arrays and maps: a place and a key are no fields', () => {
    checkLineage(
      `SELECT productListItems.priceTotal, productListItems[0].SKU, identityMap['ECID'][0].id,
        element_at(identityMap, 'ECID')[0].primary AS p, identityMap[eventType] AS m FROM web_events`,
      'priceTotal: web_events.productListItems.priceTotal copy',
      'SKU: web_events.productListItems.SKU copy',
      'id: web_events.identityMap.id copy',
      'p: web_events.identityMap.primary copy',
      'm: web_events.identityMap copy, web_events.eventType transform',
    );
  });

  test('of a struct that is put together, a field reaches what it was made of', () => {
    checkLineage(
      `SELECT struct(city AS x, opened AS y).x AS a, named_struct('p', city, 'q', opened).q AS b,
        struct(city, opened) AS both FROM stores`,
      'a: stores.city copy',
      'b: stores.opened copy',
      'both: stores.city copy, stores.opened copy',
    );
    checkLineage(
      `WITH s AS (SELECT struct(_acme.email AS mail, struct(eventType AS t) AS inner) AS both FROM web_events)
      SELECT both.mail, both.inner.t AS t FROM s`,
      'mail: web_events._acme.email copy',
      't: web_events.eventType copy',
    );
  });

  test('the condition of a CASE is part of its value', () => {
    checkLineage(
      "SELECT sum(CASE WHEN eventType = 'a' THEN commerce.order.priceTotal ELSE 0 END) AS s FROM web_events",
      's: web_events.eventType aggregate, web_events.commerce.order.priceTotal aggregate',
    );
  });

  test('a chain of operators of any length', () => {
    const chain = Array.from({ length: 5000 }, () => 'city').join(' || ');
    checkLineage(`SELECT ${chain} AS c FROM stores`, 'c: stores.city transform');
  });

  test('what is not known is said to be so', () => {
    checkLineage('SELECT nothing_known AS n, city FROM stores', 'n: ...', 'city: stores.city copy');
    checkLineage('SELECT #PART AS t FROM stores', 't: ...');
  });
});

describe('stars', () => {
  test('of all, of a table, of a struct, without some columns and with others replaced', () => {
    checkLineage(
      'SELECT * FROM open_stores',
      'store_id: open_stores.store_id copy',
      'city: open_stores.city copy',
    );
    checkLineage(
      'SELECT o.*, s.city AS c FROM open_stores o CROSS JOIN stores s',
      'store_id: open_stores.store_id copy',
      'city: open_stores.city copy',
      'c: stores.city copy',
    );
    checkLineage(
      'SELECT web.webReferrer.* FROM web_events',
      'URL: web_events.web.webReferrer.URL copy',
      'type: web_events.web.webReferrer.type copy',
    );
    checkLineage('SELECT * EXCEPT (city) FROM open_stores', 'store_id: open_stores.store_id copy');
    checkLineage(
      'SELECT * REPLACE (lower(city) AS city) FROM open_stores',
      'store_id: open_stores.store_id copy',
      'city: open_stores.city transform',
    );
  });

  test('as an argument: all columns, or the one that is asked for; count looks at none', () => {
    checkLineage(
      'SELECT count(*) AS n, to_json(struct(*)) AS j, struct(*).city AS c FROM open_stores',
      'n:',
      'j: open_stores.store_id transform, open_stores.city transform',
      'c: open_stores.city copy',
    );
  });
});

describe('rows', () => {
  test('filters, join keys, grouping and order have an influence on every column', () => {
    checkLineage(
      `SELECT s.city, count(1) AS n FROM stores s JOIN open_stores o ON s.store_id = o.store_id
      WHERE s.opened > DATE '2024-01-01' GROUP BY s.city HAVING max(s.\`floor space\`) > 3 ORDER BY 2, s.city`,
      'city: stores.city copy',
      'n:',
      'rows: stores.store_id join, open_stores.store_id join, stores.opened filter, stores.city group+order, stores.floor space filter',
    );
  });

  test('of a subquery as well', () => {
    checkLineage(
      'SELECT count(*) AS n FROM (SELECT city FROM stores WHERE opened IS NOT NULL)',
      'n:',
      'rows: stores.opened filter',
    );
  });

  test('USING compares the columns of both sides', () => {
    checkLineage(
      'SELECT city FROM (SELECT store_id FROM stores) JOIN open_stores USING (store_id)',
      'city: open_stores.city copy',
      'rows: stores.store_id join, open_stores.store_id join',
    );
  });

  test('what a set operation takes away is no value', () => {
    checkLineage(
      'SELECT city FROM stores UNION ALL SELECT city FROM open_stores',
      'city: stores.city copy, open_stores.city copy',
    );
    checkLineage(
      'SELECT city FROM stores EXCEPT SELECT city FROM open_stores',
      'city: stores.city copy',
      'rows: stores.city filter, open_stores.city filter',
    );
  });

  test('GROUP BY a place in the list, or all of it', () => {
    checkLineage(
      'SELECT city, count(1) AS n FROM stores GROUP BY 1',
      'city: stores.city copy',
      'n:',
      'rows: stores.city group',
    );
    checkLineage(
      'SELECT city, count(1) AS n FROM stores GROUP BY ALL',
      'city: stores.city copy',
      'n:',
      'rows: stores.city group',
    );
  });

  test('a recursive CTE ends', () => {
    checkLineage(
      `WITH RECURSIVE r AS (SELECT store_id FROM stores UNION ALL SELECT store_id + 1 FROM r WHERE store_id < 9)
      SELECT store_id FROM r`,
      'store_id: stores.store_id copy ...',
      'rows: ...',
    );
  });
});

describe('windows and clauses of calls', () => {
  test('what a window is cut and ordered by', () => {
    checkLineage(
      `SELECT sum(commerce.order.priceTotal) OVER (PARTITION BY _acme.user_id ORDER BY timestamp) AS s,
        row_number() OVER w AS r, lag(eventType) OVER w AS before FROM web_events
      WINDOW w AS (PARTITION BY _id ORDER BY timestamp)`,
      's: web_events.commerce.order.priceTotal aggregate, web_events._acme.user_id order, web_events.timestamp order',
      'r: web_events._id order, web_events.timestamp order',
      'before: web_events.eventType transform, web_events._id order, web_events.timestamp order',
    );
  });

  test('FILTER and WITHIN GROUP', () => {
    checkLineage(
      `SELECT count(city) FILTER (WHERE opened IS NULL) AS n,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY \`floor space\`) AS half FROM stores`,
      'n: stores.city aggregate, stores.opened filter',
      'half: stores.floor space aggregate',
    );
  });
});

describe('functions with lambdas and functions that give rows', () => {
  test('a lambda reads the fields of the elements', () => {
    checkLineage(
      `SELECT transform(productListItems, x -> x.priceTotal) AS t,
        filter(productListItems, x -> x.quantity > 1).SKU AS f,
        aggregate(productListItems, 0D, (sum, x) -> sum + x.priceTotal) AS a,
        transform(productListItems, x -> 1) AS ones,
        exists(productListItems, x -> x.SKU = eventType) AS e FROM web_events`,
      't: web_events.productListItems.priceTotal transform',
      'f: web_events.productListItems.SKU transform, web_events.productListItems.quantity filter',
      'a: web_events.productListItems.priceTotal transform',
      'ones: web_events.productListItems transform',
      'e: web_events.productListItems.SKU transform, web_events.eventType transform',
    );
  });

  test('explode in a lateral view, in the list and in FROM', () => {
    checkLineage(
      'SELECT i.SKU, p FROM web_events LATERAL VIEW posexplode(productListItems) v AS p, i',
      'SKU: web_events.productListItems.SKU copy',
      'p: web_events.productListItems filter',
      'rows: web_events.productListItems filter',
    );
    checkLineage(
      'SELECT item.SKU FROM (SELECT explode(productListItems) AS item FROM web_events)',
      'SKU: web_events.productListItems.SKU copy',
      'rows: web_events.productListItems filter',
    );
    checkLineage(
      'SELECT SKU, quantity FROM web_events LATERAL VIEW inline(productListItems) v AS SKU, quantity, total',
      'SKU: web_events.productListItems.SKU copy',
      'quantity: web_events.productListItems.quantity copy',
      'rows: web_events.productListItems filter',
    );
    checkLineage(
      'SELECT k, v[0].id AS id FROM web_events LATERAL VIEW explode(identityMap) m AS k, v',
      'k: web_events.identityMap copy',
      'id: web_events.identityMap.id copy',
      'rows: web_events.identityMap filter',
    );
    checkLineage("SELECT * FROM stack(2, 1, 'a', 2, 'b')", 'col0:', 'col1:');
  });

  test('VALUES hold what their cells hold', () => {
    checkLineage("SELECT a, b FROM VALUES (1, 'x') AS v (a, b)", 'a:', 'b:');
  });

  test('a prediction comes from every column that the model is given', () => {
    checkLineage(
      'SELECT prediction FROM model_predict(m, 1, SELECT city, opened FROM stores WHERE store_id > 1)',
      'prediction: stores.city transform, stores.opened transform ...',
      'rows: stores.store_id filter',
    );
  });
});

describe('subqueries', () => {
  test('one value, with what decides which', () => {
    checkLineage(
      'SELECT (SELECT max(opened) FROM stores s WHERE s.city = o.city) AS latest FROM open_stores o',
      'latest: stores.opened aggregate, stores.city filter, open_stores.city filter',
    );
  });

  test('EXISTS and IN', () => {
    checkLineage(
      `SELECT city FROM stores s WHERE EXISTS (SELECT 1 FROM open_stores o WHERE o.store_id = s.store_id)
      AND city IN (SELECT city FROM open_stores)`,
      'city: stores.city copy',
      'rows: open_stores.store_id filter, stores.store_id filter, stores.city filter, open_stores.city filter',
    );
  });
});

describe('across statements', () => {
  test('through tables, views, inserts and variables of the file to the data sets', () => {
    checkLineage(
      `CREATE TABLE a AS SELECT _acme.email AS mail, eventType FROM web_events WHERE web.webPageDetails.isHomePage;
      CREATE VIEW b (address, t) AS SELECT * FROM a;
      SELECT upper(address) AS x, t FROM b`,
      'x: web_events._acme.email transform',
      't: web_events.eventType copy',
      'rows: web_events.web.webPageDetails.isHomePage filter',
    );
    checkLineage(
      `CREATE TABLE a AS SELECT CAST(NULL AS string) AS c WHERE false;
      INSERT INTO a SELECT city FROM stores;
      SELECT c FROM a`,
      'c: stores.city copy',
    );
    checkLineage(
      `$$ BEGIN
        SET @first = SELECT min(opened) FROM stores;
        SELECT city FROM open_stores WHERE store_id = @first;
      END $$`,
      'city: open_stores.city copy',
      'rows: open_stores.store_id filter, stores.opened filter',
    );
  });

  test('what is made is told by its kind and name', () => {
    const kindsOf = (sql: string) =>
      analyzeFile(parse(sql), shopCatalog).statements.flatMap(({ model }) =>
        statementLineage(model).map(({ kind, target, columns }) => [
          kind,
          target,
          columns.map(({ into }) => into),
        ]),
      );
    expect(kindsOf('SELECT city INTO t FROM stores')).toEqual([['table', 't', [undefined]]]);
    expect(kindsOf('INSERT INTO open_stores (city, store_id) SELECT city, 1 FROM stores')).toEqual([
      ['insert', 'open_stores', ['city', 'store_id']],
    ]);
    expect(kindsOf("CREATE MODEL m OPTIONS (MODEL_TYPE = 'kmeans') AS SELECT city FROM stores")).toEqual([
      ['model', 'm', [undefined]],
    ]);
    expect(kindsOf('PREPARE p AS SELECT city FROM stores')).toEqual([['prepared', 'p', [undefined]]]);
    expect(kindsOf("COPY (SELECT city FROM stores) TO '%scratch_space%/x'")).toEqual([
      ['copy', undefined, [undefined]],
    ]);
  });
});

test.each(allSqlFiles.map(({ name, text }) => [name, text]))(
  'every statement of %s has an answer',
  (_, text) => {
    for (const { model } of analyzeFile(parse(text), shopCatalog).statements) {
      for (const { columns } of statementLineage(model)) {
        for (const { flow } of columns) expect(flow.reaches).toBeDefined();
      }
    }
  },
);
