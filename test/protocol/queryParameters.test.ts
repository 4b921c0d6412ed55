import { expect, test } from 'vitest';
import { parametersIn, substituteParameters } from '../../server/protocol/queryParameters';

function substituted(sql: string, values: Record<string, string>) {
  const substitution = substituteParameters(sql, new Map(Object.entries(values)));
  if (substitution.status !== 'done') throw new Error(`Missing: ${substitution.names.join(', ')}`);
  return substitution;
}

test('values take the place of parameters, bare and within quotes', () => {
  expect(
    substituted("SELECT * FROM $db.events WHERE day = '$day' LIMIT $n", {
      db: 'a',
      day: '2026-01-01',
      n: '5',
    }).sql,
  ).toBe("SELECT * FROM a.events WHERE day = '2026-01-01' LIMIT 5");
});

test('a value is taken as it is: dollar signs in it mean nothing', () => {
  expect(substituted("SELECT '$a'", { a: '$& $$ $b' }).sql).toBe("SELECT '$& $$ $b'");
});

test('positions, blocks and comments are no parameters', () => {
  const sql = '$$BEGIN SELECT $1, $b; -- $c\nEND$$; /* $d */';
  expect(parametersIn(sql).map((parameter) => parameter.name)).toEqual(['b']);
  expect(substituted(sql, { b: 'x' }).sql).toBe('$$BEGIN SELECT $1, x; -- $c\nEND$$; /* $d */');
});

test('parameters without a value are named once, in order of appearance', () => {
  expect(substituteParameters('SELECT $b, $a, $b, $c', new Map([['c', '1']]))).toEqual({
    status: 'missing',
    names: ['b', 'a'],
  });
});

test('an offset into the text sent leads back to the text written', () => {
  const sql = 'SELECT $a, $long_name FROM t';
  const { sql: sent, toOriginal } = substituted(sql, { a: '12345', long_name: 'x' });
  expect(toOriginal(sent.indexOf('SELECT'))).toBe(0);
  expect(toOriginal(sent.indexOf('345'))).toBe(sql.indexOf('$a'));
  expect(toOriginal(sent.indexOf(', x'))).toBe(sql.indexOf(', $long'));
  expect(toOriginal(sent.indexOf('x'))).toBe(sql.indexOf('$long_name'));
  expect(toOriginal(sent.indexOf('FROM'))).toBe(sql.indexOf('FROM'));
  expect(toOriginal(sent.length)).toBe(sql.length);
});
