import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/base/textEdit';
import { format } from '../../../server/features/formatting/format';
import { defaultFormatOptions } from '../../../server/features/formatting/options';
import { parse } from '../../../server/sql/parse';
import { formatted } from '../../support/checkFormat';

test('a statement with a syntax error is left as it is, the others are not', () => {
  expect(formatted('select  a from;\nselect  1;')).toBe('select  a from;\nSELECT 1;');
});

test('a block with a syntax error is left as it is', () => {
  const text = '$$ begin\n select  1 from;\n end $$;\n';
  expect(formatted(text)).toBe(text);
});

test('a range formats the statements that it touches', () => {
  const text = 'select  1;\nselect  2;\nselect  3;\n';
  const edits = format(parse(text), defaultFormatOptions, { start: 14, end: 15 });
  expect(applyEdits(text, edits)).toBe('select  1;\nSELECT 2;\nselect  3;\n');
});

test('a range that ends where a statement starts leaves that one out only when it does not reach its text', () => {
  const text = 'select  1;\n\n\nselect  2;\n';
  const edits = format(parse(text), defaultFormatOptions, { start: 0, end: 12 });
  expect(applyEdits(text, edits)).toBe('SELECT 1;\n\n\nselect  2;\n');
});

test('what is laid out already gives no edit', () => {
  expect(format(parse('SELECT 1;\n\nSELECT 2;\n'), defaultFormatOptions)).toEqual([]);
});

test('names, types, strings and settings are kept as they are', () => {
  const text =
    "SET spark.sql.x=a-b:c;\nSELECT `Date`, DATE, CAST(a AS Array<Int>), 'select' FROM Order_Items;\n";
  expect(formatted(text)).toBe(text);
});

test('strings and comments over several lines keep theirs', () => {
  const text = "SELECT 'one\n   two' AS a, /* three\n   four */ b FROM t;\n";
  expect(formatted(formatted(text))).toBe(formatted(text));
  expect(formatted(text)).toContain("'one\n   two'");
  expect(formatted(text)).toContain('/* three\n   four */');
});

test('one blank line is kept between statements, more become one', () => {
  expect(formatted('select 1;\n\n\n\nselect 2;\nselect 3; select 4;')).toBe(
    'SELECT 1;\n\nSELECT 2;\nSELECT 3;\nSELECT 4;',
  );
});
