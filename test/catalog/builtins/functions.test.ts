import { expect, test } from 'vitest';
import { printSignature } from '../../../server/catalog/builtins/functionInfo';
import { findFunction, functions } from '../../../server/catalog/builtins/functions';
import { functionTable } from '../../../server/catalog/builtins/functionTable';

function printed(name: string): readonly string[] {
  const found = findFunction(name);
  return found ? found.signatures.map((signature) => printSignature(found.name, signature)) : [];
}

test('a name is in the table once', () => {
  const names = functions.map((each) => each.name.toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('functions are found without regard to case and print their signatures', () => {
  expect(printed('Element_At')).toEqual([
    'element_at(arr: array<T>, position: int) -> T',
    'element_at(m: map<K,V>, key: K) -> V',
  ]);
  expect(printed('abs')).toEqual(['abs(x: numeric) -> numeric']);
  expect(printed('sess_timeout')).toEqual([
    'SESS_TIMEOUT(timestamp: timestamp, expirationInSeconds: bigint) -> struct<timestamp_diff:bigint,num:int,is_new:boolean,depth:int>',
  ]);
  expect(printed('transform')).toEqual(['transform(arr: array<T>, f: (T, [int]) -> U) -> array<U>']);
  expect(printed('no_such_function')).toEqual([]);
});

test('a line tells what may be left out, repeated or null', () => {
  const [info] = functionTable(
    '~f(a: int, [b: array<T>]) -> T? / (c: any...) -> bigint! | Does it',
    'scalar',
    'test',
  );
  expect(info).toMatchObject({
    documented: false,
    summary: 'Does it',
    signatures: [
      { nullable: 'always', parameters: [{ optional: false }, { optional: true }] },
      { nullable: 'never', parameters: [{ variadic: true }] },
    ],
  });
});

test('a line tells what must be constant, may not be NULL, or is taken as it is', () => {
  const [info] = functionTable(
    'f(a: const nonnull int!, b: quantity:N, c: nonnull array<E>, [d: const string]) -> N | Does it',
    'scalar',
    'test',
  );
  expect(info?.signatures[0]?.parameters).toMatchObject([
    { constant: true, notNull: true, strict: true },
    {
      constant: false,
      notNull: false,
      strict: false,
      type: { kind: 'variable', name: 'N', bound: 'quantity' },
    },
    { notNull: true, type: { kind: 'array', element: { kind: 'variable', name: 'E', bound: 'any' } } },
    { constant: true, optional: true },
  ]);
  expect(info?.signatures.map((signature) => printSignature('f', signature))).toEqual([
    'f(a: int, b: numeric, c: array<E>, [d: string]) -> numeric',
  ]);
});

test('a broken line says where', () => {
  expect(() => functionTable('f(a) -> int | Does it', 'scalar', 'test')).toThrow(
    /broken at column 3: f\(a\)/,
  );
});
