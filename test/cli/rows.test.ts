import { expect, test } from 'vitest';
import { csvRows } from '../../server/cli/rows/csvRows';
import { jsonRows, ndjsonRows } from '../../server/cli/rows/jsonRows';
import type { MakeRowWriter } from '../../server/cli/rows/rowWriter';
import { tableRows } from '../../server/cli/rows/tableRows';
import { textWidth } from '../../server/cli/textWidth';
import type { ResultColumn, Row } from '../../server/protocol/engine';

const columns: readonly ResultColumn[] = [
  { name: 'id', type: 'bigint', align: 'right', nested: false },
  { name: 'text', type: 'string', align: 'left', nested: false },
  { name: 'flag', type: 'boolean', align: 'left', nested: false },
  { name: 'web', type: 'struct<a:int>', align: 'left', nested: true },
];

const rows: readonly Row[] = [
  ['9007199254740993', 'a,"b"\nc', 'true', '{"a":1}'],
  ['-1', '', 'false', null],
  [null, null, null, '{"a":\n2}'],
];

function written(
  make: MakeRowWriter,
  of: readonly ResultColumn[] = columns,
  all: readonly Row[] = rows,
): string {
  const writer = make(of, { isTerminal: false });
  return writer.head(all) + all.map((row) => writer.rows([row])).join('') + writer.tail();
}

test('CSV tells null from the empty text', () => {
  expect(written(csvRows)).toBe(
    [
      'id,text,flag,web',
      '9007199254740993,"a,""b""\nc",true,"{""a"":1}"',
      '-1,"",false,',
      ',,,"{""a"":\n2}"',
      '',
    ].join('\n'),
  );
});

test('JSON keeps the digits of numbers and the structure of nested values', () => {
  expect(written(jsonRows)).toBe(
    [
      '[',
      '{"id":9007199254740993,"text":"a,\\"b\\"\\nc","flag":true,"web":{"a":1}},',
      '{"id":-1,"text":"","flag":false,"web":null},',
      '{"id":null,"text":null,"flag":null,"web":{"a": 2}}',
      ']',
      '',
    ].join('\n'),
  );
  expect(written(ndjsonRows).split('\n')).toHaveLength(4);
  expect(JSON.parse(written(jsonRows, columns, []))).toEqual([]);
});

test('JSON has no words for numbers that are none, and no two members of one name', () => {
  const double: ResultColumn = { name: 'x', type: 'double', align: 'right', nested: false };
  expect(
    written(
      ndjsonRows,
      [double, double],
      [
        ['NaN', '1.0E20'],
        ['-Infinity', '0.5'],
      ],
    ),
  ).toBe('{"x":"NaN","x_2":1.0E20}\n{"x":"-Infinity","x_2":0.5}\n');
});

test('a table lines up numbers on the right, and tells null from the empty text', () => {
  expect(written(tableRows)).toMatchInlineSnapshot(`
    "              id | text    | flag  | web
    -----------------+---------+-------+---------
    9007199254740993 | a,"b"↵c | true  | {"a":1}
                  -1 |         | false | NULL
                NULL | NULL    | NULL  | {"a":↵2}
    "
  `);
});

test('a table shows wide characters, control characters and long texts in their place', () => {
  const text: ResultColumn = { name: 'text', type: 'string', align: 'left', nested: false };
  const flag: ResultColumn = { name: 'f', type: 'boolean', align: 'left', nested: false };
  const all = [
    ['日本', 'true'],
    ['\u001b[31mred', 'true'],
    [`${'x'.repeat(58)}😀😀`, 'true'],
  ];
  expect(written(tableRows, [text, flag], all)).toMatchInlineSnapshot(`
    "text                                                        | f
    ------------------------------------------------------------+-----
    日本                                                        | true
    �[31mred                                                    | true
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… | true
    "
  `);
});

test.each([
  ['abc', 3],
  ['日本', 4],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['e\u0301', 1],
])('the width of %s', (text, width) => {
  expect(textWidth(text)).toBe(width);
});
