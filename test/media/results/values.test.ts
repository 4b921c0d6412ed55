import { expect, test } from 'vitest';
import { compactText } from '../../../media/results/compactText';
import { columnWidths } from '../../../media/results/columnWidth';
import type { NestedValue } from '../../../media/results/nestedValue';
import { readNestedValue } from '../../../media/results/nestedValue';
import { tsv } from '../../../media/results/tsv';

function read(json: string): NestedValue {
  const value = readNestedValue(json);
  if (!value) throw new Error(`not read: ${json}`);
  return value;
}

test('a nested value is a tree whose numbers keep their digits', () => {
  expect(read('{"id":9007199254740993123,"price":1.10,"tags":["a",null,true]}')).toEqual({
    kind: 'object',
    entries: [
      ['id', { kind: 'number', text: '9007199254740993123' }],
      ['price', { kind: 'number', text: '1.10' }],
      [
        'tags',
        {
          kind: 'array',
          items: [{ kind: 'string', text: 'a' }, { kind: 'null' }, { kind: 'boolean', text: 'true' }],
        },
      ],
    ],
  });
});

test('escapes of a text are read', () => {
  expect(read('"a\\n\\u00e9\\"\\\\"')).toEqual({ kind: 'string', text: 'a\né"\\' });
});

test('entries keep their order, and empty things are empty', () => {
  expect(compactText(read('{"b":{},"a":[],"2":1}'))).toBe('{b: {}, a: [], 2: 1}');
});

test.each(['', '{', '{"a":}', '[1,]', '[1 2]', '{"a" 1}', 'tru', '1 2', '}', '"open'])(
  '%s is no JSON',
  (text) => {
    expect(readNestedValue(text)).toBeUndefined();
  },
);

test('the text of a cell is cut where nobody reads on', () => {
  const long = compactText(read(JSON.stringify(Array.from({ length: 10_000 }, (_, n) => ({ n })))));
  expect(long).toHaveLength(301);
  expect(long.endsWith('…')).toBe(true);
});

test('copied rows are tab-separated, quoted only where needed', () => {
  const rows = [
    ['1', null, 'a\tb'],
    ['2', '', 'say "hi"\nthere'],
  ];
  expect(tsv(rows)).toBe('1\t\t"a\tb"\n2\t\t"say ""hi""\nthere"');
  expect(tsv([['x']], ['name'])).toBe('name\nx');
});

test('a column is as wide as its header or longest cell, within bounds', () => {
  const column = { name: 'id', type: 'bigint', align: 'right', nested: false } as const;
  const measure = (text: string): number => text.length * 10;
  const cells = ['1', 'x'.repeat(12), 'x'.repeat(1000)];
  const widths = cells.map((cell) => columnWidths([column], [[cell], [null]], measure)[0]);
  expect(widths).toEqual([116, 146, 380]);
});
