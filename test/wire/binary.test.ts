import { serialize } from 'pg-protocol';
import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';
import { cellsOf, WireClient } from '../support/wireClient';

const sandbox = testSandbox();

type Parameter = string | Buffer | null;

/** Runs one statement in the extended protocol; answers the first row, or the SQLSTATE. */
async function firstRow(
  sql: string,
  options: { readonly types?: number[]; readonly values?: Parameter[]; readonly binary?: boolean } = {},
): Promise<readonly (Buffer | undefined)[] | string | undefined> {
  const client = await WireClient.login(sandbox.running.ready);
  client.send(
    serialize.parse({ text: sql, types: options.types ?? [] }),
    serialize.bind({ values: options.values ?? [], binary: options.binary ?? false }),
    serialize.describe({ type: 'P' }),
    serialize.execute(),
    serialize.sync(),
  );
  const messages = await client.until('Z');
  client.end();
  const row = messages.find(({ letter }) => letter === 'D');
  return row ? cellsOf(row) : WireClient.sqlState(messages);
}

async function bytesOf(expression: string): Promise<string> {
  const row = await firstRow(`SELECT ${expression} AS x`, { binary: true });
  if (!Array.isArray(row)) throw new Error(`There was no row: ${String(row)}`);
  return (row[0] as Buffer | undefined)?.toString('hex') ?? 'null';
}

test.each([
  ['true', '01'],
  ['CAST(-2 AS smallint)', 'fffe'],
  ['CAST(2147483647 AS int)', '7fffffff'],
  ['CAST(-9223372036854775808 AS bigint)', '8000000000000000'],
  ['CAST(1.5 AS float)', '3fc00000'],
  ['CAST(-0.1 AS double)', 'bfb999999999999a'],
  // digits, weight, sign, decimals; then digits of base 10,000
  [
    'CAST(12345678901234567890.12 AS decimal(38,2))',
    '0006000400000002' + numericDigits(1234, 5678, 9012, 3456, 7890, 1200),
  ],
  ['CAST(-0.05 AS decimal(10,2))', '0001ffff40000002' + numericDigits(500)],
  ['CAST(0 AS decimal(10,3))', '0000000000000003'],
  ['CAST(100000 AS decimal(10,0))', '0001000100000000' + numericDigits(10)],
  [`'ä'`, 'c3a4'],
  [`CAST('2000-01-02' AS date)`, '00000001'],
  [`CAST('1999-12-31' AS date)`, 'ffffffff'],
  [`CAST('2000-01-01 00:00:01.000002' AS timestamp)`, '00000000000f4242'],
  [`CAST('1999-12-31 23:59:59.999999' AS timestamp)`, 'ffffffffffffffff'],
  [`unhex('00FF')`, '00ff'],
  ['CAST(NULL AS int)', 'null'],
  ['array(1, 2)', Buffer.from('{1,2}').toString('hex')],
])('in binary, %s', async (expression, hex) => {
  expect(await bytesOf(expression)).toBe(hex);
});

function numericDigits(...digits: readonly number[]): string {
  return digits.map((digit) => digit.toString(16).padStart(4, '0')).join('');
}

/** A parameter of a declared type, and what the statement sees of it. */
test.each<[string, number, Parameter, string, string]>([
  ['int8 in text', 20, '9223372036854775807', '$1', '9223372036854775807'],
  ['int8 in binary', 20, Buffer.from('8000000000000000', 'hex'), '$1', '-9223372036854775808'],
  ['int4 in binary', 23, Buffer.from('ffffffff', 'hex'), '$1', '-1'],
  ['int2 in binary', 21, Buffer.from('7fff', 'hex'), '$1', '32767'],
  ['float8 that is whole', 701, '2', '$1 / 4', '0.5'],
  ['float8 in binary', 701, Buffer.from('bfb999999999999a', 'hex'), '$1', '-0.1'],
  ['numeric in text', 1700, '-12345678901234567890.1200', '$1', '-12345678901234567890.1200'],
  ['numeric in binary', 1700, Buffer.from(`0001ffff40000002${numericDigits(500)}`, 'hex'), '$1', '-0.05'],
  ['numeric with an exponent', 1700, '1.5E+3', '$1', '1500'],
  ['bool', 16, 't', '$1', 't'],
  ['bool in binary', 16, Buffer.from([0]), '$1', 'f'],
  ['date', 1082, '1969-12-31', '$1', '1969-12-31'],
  ['date in the first century', 1082, '0050-01-31', '$1', '0050-01-31'],
  ['date in binary', 1082, Buffer.from('00000001', 'hex'), '$1', '2000-01-02'],
  ['timestamp', 1114, '2024-02-29 12:00:00.123456', '$1', '2024-02-29 12:00:00.123456'],
  ['timestamp with a zone', 1184, '2024-02-29 12:00:00+02', '$1', '2024-02-29 10:00:00.0'],
  ['timestamp in binary', 1114, Buffer.from('00000000000f4242', 'hex'), '$1', '2000-01-01 00:00:01.000002'],
  ['text in binary', 25, Buffer.from('ä'), '$1', 'ä'],
  ['bytea', 17, '\\x00ff', 'hex($1)', '00FF'],
  ['int4[]', 1007, '{1,NULL,3}', '$1', '{1,NULL,3}'],
  ['text[] with quotes', 1009, '{"a,b","c\\"d",null,"null"}', 'size($1)', '4'],
  ['an empty int8[]', 1016, '{}', 'size($1)', '0'],
  ['numeric[]', 1231, '{1.5,22.25}', '$1', '{1.50,22.25}'],
  [
    'int4[] in binary',
    1007,
    Buffer.from(
      '00000001' + '00000000' + '00000017' + '0000000200000001' + '0000000400000007' + 'ffffffff',
      'hex',
    ),
    '$1',
    '{7,NULL}',
  ],
  ['null', 20, null, '$1 IS NULL', 't'],
])('parameter %s', async (_, type, value, expression, text) => {
  const row = await firstRow(`SELECT ${expression} AS x`, { types: [type], values: [value] });
  expect(Array.isArray(row) ? String(row[0]) : row).toBe(text);
});

test.each<[string, Parameter, string, string]>([
  ['a text', Buffer.from('ä'), `concat($1, '!')`, 'ä!'],
  ['a number', Buffer.from('0000000000000007', 'hex'), '(SELECT max(id) FROM range(10) WHERE id < $1)', '6'],
])(
  'bytes of no declared type are those of the type that was told: %s',
  async (_, value, expression, text) => {
    const row = await firstRow(`SELECT ${expression} AS x`, { values: [value] });
    expect(Array.isArray(row) ? String(row[0]) : row).toBe(text);
  },
);

test.each<[string, number, Parameter, string]>([
  ['a date that is none', 1082, '2024-02-31', '22P02'],
  ['a word as a number', 20, 'many', '22P02'],
  ['a fraction as a whole number', 23, '1.5', '22P02'],
  ['a decimal of 39 digits', 1700, '1'.repeat(39), '22P02'],
  ['an array without an end', 1007, '{1,2', '22P02'],
  ['an array that is too deep', 1007, '{'.repeat(50_000), '22P02'],
  ['bytes that are too few', 20, Buffer.from([1]), '08P01'],
  ['a numeric of nonsense', 1700, Buffer.from('7fff7fff00007fff', 'hex'), '08P01'],
  [
    'an array with a count that cannot be',
    1007,
    Buffer.from('000000010000000000000017ffffffff00000001', 'hex'),
    '08P01',
  ],
  ['a binary value of a type that there is not', 600, Buffer.alloc(16), '0A000'],
])('%s is refused', async (_, type, value, sqlState) => {
  expect(await firstRow('SELECT $1 AS x', { types: [type], values: [value] })).toBe(sqlState);
});

test('a result format that is none is refused', async () => {
  const client = await WireClient.login(sandbox.running.ready);
  const bind = Buffer.from(serialize.bind({ binary: true }));
  bind.writeInt16BE(7, bind.length - 2);
  client.send(serialize.parse({ text: 'SELECT 1' }), bind, serialize.sync());
  expect(WireClient.sqlState(await client.until('Z'))).toBe('08P01');
  client.end();
});
