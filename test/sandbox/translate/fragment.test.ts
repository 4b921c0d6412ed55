import { expect, test } from 'vitest';
import { copied, joined, made, render } from '../../../server/sandbox/translate/fragment';

test('each place of the result leads back to where it comes from', () => {
  const source = 'SELECT a == b FROM t';
  const { sql, sourceOffset } = render(
    joined([copied(0, 9), made('IS NOT DISTINCT FROM', 9), joined([copied(11, 20)])]),
    source,
  );
  expect(sql).toBe('SELECT a IS NOT DISTINCT FROM b FROM t');
  expect(sourceOffset(sql.indexOf('a'))).toBe(source.indexOf('a'));
  expect(sourceOffset(sql.indexOf('DISTINCT'))).toBe(source.indexOf('=='));
  expect(sourceOffset(sql.indexOf('b'))).toBe(source.indexOf('b'));
  expect(sourceOffset(sql.length)).toBe(source.length);
});
