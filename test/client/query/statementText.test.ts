import { expect, test } from 'vitest';
import { placeOf, statementsOfSelection, trimStatement } from '../../../client/query/statementText';
import { trackRange } from '../../../client/query/trackRange';

const at = (line: number, character: number) => ({ line, character });
const origin = at(0, 0);

test('blanks and the semicolon are not sent, and the place follows', () => {
  expect(trimStatement('  \n SELECT 1 ;\n', at(3, 4))).toEqual({
    sql: 'SELECT 1',
    range: { start: at(4, 1), end: at(4, 9) },
  });
  expect(trimStatement(' ;\n', origin)).toBeUndefined();
});

test('an offset is placed by lines, whatever ends them', () => {
  expect(placeOf('SELECT\r\n  x', 10, at(5, 7))).toEqual(at(6, 2));
  expect(placeOf('SELECT x', 7, at(5, 7))).toEqual(at(5, 14));
});

const info = (line: number) => ({
  sql: `SELECT ${line}`,
  range: { start: at(line, 0), end: at(line, 8) },
  returnsRows: true,
});

test('a selection of whole statements runs each, a part of one runs as selected', () => {
  const statements = [info(0), info(1), info(2)];
  const text = 'SELECT 0;\nSELECT 1;';
  const both = statementsOfSelection(text, { start: origin, end: at(1, 9) }, statements);
  expect(both.map((each) => each.sql)).toEqual(['SELECT 0', 'SELECT 1']);
  const part = statementsOfSelection('(SELECT 1', { start: at(2, 3), end: at(2, 12) }, statements);
  expect(part).toEqual([{ sql: '(SELECT 1', range: { start: at(2, 3), end: at(2, 12) } }]);
});

const range = { start: at(2, 4), end: at(3, 6) };

test.each([
  ['after it', { start: at(3, 6), end: at(3, 6) }, 'x', range],
  ['lines before it', { start: at(0, 0), end: at(1, 0) }, '', { start: at(1, 4), end: at(2, 6) }],
  ['a new line before it', { start: at(2, 1), end: at(2, 1) }, 'a\nbc', { start: at(3, 5), end: at(4, 6) }],
  ['on its first line', { start: at(2, 0), end: at(2, 2) }, 'xyz', { start: at(2, 5), end: at(3, 6) }],
  ['inside it', { start: at(2, 5), end: at(2, 5) }, 'x', undefined],
  ['over its start', { start: at(2, 0), end: at(2, 5) }, '', undefined],
])('a change %s', (_name, change, text, expected) => {
  expect(trackRange(range, { range: change, text })).toEqual(expected);
});
