import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

/** What a query over one row answers as its only cell. */
async function valueOf(expression: string): Promise<unknown> {
  return (await sandbox.query(`SELECT ${expression} AS v FROM range(5, 6)`)).rows[0]?.[0];
}

test('long chains of whole numbers are computed in no time', async () => {
  expect(await valueOf(['id', ...Array.from({ length: 60 }, () => '1')].join(' + '))).toBe('65');
  expect(await valueOf(['CAST(id AS int)', ...Array.from({ length: 60 }, () => '2')].join(' - '))).toBe(
    '-115',
  );
});

test('whole numbers go on from the other end, however deep', async () => {
  expect(await valueOf('id + 9223372036854775807 - 4')).toBe('-9223372036854775808');
  expect(await valueOf('CAST(2147483647 AS int) + CAST(id AS int) * CAST(2 AS int)')).toBe('-2147483639');
  expect(await valueOf('CAST(id + 300 AS tinyint)')).toBe('49');
  expect(await valueOf('CAST(id * 1000000000 AS int)')).toBe('705032704');
});

test('conversions within conversions are made in no time', async () => {
  const nested = Array.from({ length: 20 }).reduce<string>(
    (inner, _, index) => `CAST(concat(${inner}, id % 7) AS ${index % 2 === 0 ? 'string' : 'text'})`,
    'id',
  );
  expect(await valueOf(nested)).toBe('5'.repeat(21));
  expect(await valueOf('CAST(CAST(CAST(CAST(id AS string) AS double) AS bigint) AS string)')).toBe('5');
});
