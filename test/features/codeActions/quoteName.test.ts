import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

test('a word of the language as an alias', () => {
  checkAction('SELECT 1 AS f$0rom', 'Write `from` as a name', 'SELECT 1 AS `from`');
});

test('not where that mends nothing', () => {
  checkNoAction('SELECT city FROM$0 WHERE', 'Write');
});
