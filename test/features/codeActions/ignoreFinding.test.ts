import { test } from 'vitest';
import { checkAction, checkNoAction } from '../../support/checkCodeAction';

const here = 'Ignore unknown-column here';

test('a comment on the line before, with a place for the reason', () => {
  checkAction(
    'SELECT\n  no$0pe\nFROM stores',
    here,
    'SELECT\n  -- feature-sql: ignore unknown-column: reason\n  nope\nFROM stores',
  );
  checkAction(
    'SELECT no$0pe FROM stores',
    here,
    '-- feature-sql: ignore unknown-column: reason\nSELECT nope FROM stores',
  );
});

test('one more code in the comment that is there', () => {
  checkAction(
    '-- feature-sql: ignore unknown-function: why\nSELECT no$0pe, nofunction() FROM stores',
    here,
    '-- feature-sql: ignore unknown-function, unknown-column: why\nSELECT nope, nofunction() FROM stores',
  );
});

test('for the whole file', () => {
  checkAction(
    'SELECT 1;\nSELECT no$0pe FROM stores',
    'Ignore unknown-column in this file',
    '-- feature-sql: ignore-file unknown-column: reason\nSELECT 1;\nSELECT nope FROM stores',
  );
});

test('not within a text of several lines, and not for mistakes of syntax', () => {
  checkNoAction("SELECT 'a\nb', no$0pe FROM stores", here);
  checkNoAction('SELECT 1 AS f$0rom', 'Ignore');
});
