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

test('columns that fit the one they are inserted into come first', () => {
  checkCompletion('INSERT INTO open_stores SELECT $0 FROM stores', {
    first: ['floor space', 'store_id'],
  });
  checkCompletion('INSERT INTO open_stores SELECT store_id, $0 FROM stores', { first: ['city'] });
  checkCompletion('INSERT INTO open_stores (city, store_id) SELECT $0 FROM stores', { first: ['city'] });
});
