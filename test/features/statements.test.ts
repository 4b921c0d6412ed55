import { expect, test } from 'vitest';
import { codeLenses } from '../../server/features/codeLenses';
import { signatureHelp } from '../../server/features/signatureHelp';
import { runnableAt, statements } from '../../server/features/statements';
import { parse } from '../../server/sql/parse';
import { analyzeFixture, cursorOf } from '../support/analyzeFixture';

const text = `-- first
SELECT 1;

CREATE TABLE t AS SELECT 1 AS a; -- note
;
SHOW TABLES
`;

test('statements without semicolon and comments; empty ones are left out', () => {
  expect(statements(parse(text)).map(({ sql, returnsRows }) => [sql, returnsRows])).toEqual([
    ['SELECT 1', true],
    ['CREATE TABLE t AS SELECT 1 AS a', false],
    ['SHOW TABLES', true],
  ]);
});

test('the statement at an offset is the one around it, else the one before it', () => {
  const tree = parse(text);
  expect(runnableAt(tree, 0)?.sql).toBe('SELECT 1');
  expect(runnableAt(tree, text.indexOf('SELECT 1;') + 9)?.sql).toBe('SELECT 1');
  expect(runnableAt(tree, text.indexOf('CREATE') - 1)?.sql).toBe('SELECT 1');
  expect(runnableAt(tree, text.length)?.sql).toBe('SHOW TABLES');
  expect(runnableAt(parse('-- nothing'), 3)).toBeUndefined();
});

test('each statement has Run, each that gives rows has Export', () => {
  expect(codeLenses(parse(text)).map(({ title }) => title)).toEqual([
    'Run',
    'Export',
    'Run',
    'Run',
    'Export',
  ]);
});

function help(source: string) {
  const { file, model } = analyzeFixture(source);
  const found = signatureHelp(model, cursorOf(file));
  const active = found?.signatures[found.activeSignature];
  const [start, end] = active?.parameters[found?.activeParameter ?? -1] ?? [0, 0];
  return found && [active?.label, active?.label.slice(start, end)];
}

test('signature help follows the commas, also in unfinished calls', () => {
  const dateAdd = 'date_add(d: date, days: int) -> date';
  expect(help('SELECT date_add($0')).toEqual([dateAdd, 'd: date']);
  expect(help('SELECT date_add(upper(a, b), $0 FROM stores')).toEqual([dateAdd, 'days: int']);
  expect(help('SELECT date_add(DAY, 1, $0)')).toEqual([
    'date_add(unit: unit, n: int, ts: timestamp) -> timestamp',
    'ts: timestamp',
  ]);
  expect(help('SELECT coalesce(a, b, $0)')).toEqual(['coalesce(values: T...) -> T', 'values: T...']);
  expect(help('SELECT round(avg($0 FROM stores')).toEqual(['avg(x: numeric) -> double', 'x: numeric']);
  expect(help('SELECT (1 + $0')).toBeUndefined();
  expect(help('SELECT date_add(a, 1) $0')).toBeUndefined();
});
