import { test } from 'vitest';
import { checkCompletion } from '../../support/checkCompletion';

test('all columns after the table', () => {
  checkCompletion('INSERT INTO stores $0', {
    accept: [
      '(store_id, city, opened, `floor space`)',
      'INSERT INTO stores (store_id, city, opened, `floor space`)',
    ],
    has: ['SELECT', 'VALUES'],
  });
});

test('those that are left in the list', () => {
  checkCompletion('INSERT INTO stores (city, $0) VALUES (1)', {
    has: ['store_id, opened, `floor space`', 'opened'],
    lacks: ['city'],
  });
  checkCompletion('INSERT INTO stores (city, opened, store_id, $0', { first: ['floor space'] });
});

test('the whole list comes first, then the columns in their order', () => {
  checkCompletion('INSERT INTO stores ($0', {
    first: ['store_id, city, opened, `floor space`', 'store_id', 'city', 'opened', 'floor space'],
  });
  checkCompletion('INSERT INTO stores (ci$0', { first: ['city'] });
});

test('a struct for a nested column', () => {
  checkCompletion(
    `CREATE TABLE t AS SELECT 1 AS id, struct('a' AS name, struct(1 AS \`group\`) AS deep) AS _acme;
INSERT INTO t SELECT 2, $0 FROM stores`,
    {
      first: ['struct(NULL AS name, struct(NULL AS `group`) AS deep) AS _acme'],
      snippets: {
        'struct(NULL AS name, struct(NULL AS `group`) AS deep) AS _acme':
          'struct(${1:NULL} AS name, struct(${2:NULL} AS `group`) AS deep) AS _acme',
      },
    },
  );
});

test('before FROM is typed, the table that is inserted into is not what is read', () => {
  checkCompletion('INSERT INTO stores SELECT $0', { has: ['eventType'] });
});

test('columns that fit the one they are inserted into come first', () => {
  checkCompletion('INSERT INTO open_stores SELECT $0 FROM stores', {
    first: ['floor space', 'store_id'],
  });
  checkCompletion('INSERT INTO open_stores SELECT store_id, $0 FROM stores', { first: ['city'] });
  checkCompletion('INSERT INTO open_stores (city, store_id) SELECT $0 FROM stores', { first: ['city'] });
});
