import { expect, test } from 'vitest';
import type { RunState } from '../../../server/protocol/engine';
import type { QueryRun } from '../../../client/query/queryRun';
import { parseIntent } from '../../../client/results/parseIntent';
import { resultTab } from '../../../client/results/resultTab';

function tabOf(state: RunState, change: Partial<QueryRun> = {}) {
  const range = { start: { line: 4, character: 2 }, end: { line: 5, character: 9 } };
  const run: QueryRun = {
    runId: '1',
    batch: 'b',
    title: 'a.fsql',
    sql: 'SELECT\n  nme FROM t',
    connectionName: 'Local sandbox',
    origin: { uri: 'file:///a.fsql', range },
    startedAt: 1000,
    pinned: false,
    rowsLost: false,
    state,
    ...change,
  };
  return resultTab(run, 4200).state;
}

const done = {
  status: 'done',
  runId: '1',
  columns: [],
  fetched: 1000,
  complete: true,
  commandTag: 'SELECT 1000',
  notices: [],
  milliseconds: 1234,
} as const;

test('a whole result and a preview count their rows in words', () => {
  expect(tabOf(done)).toMatchObject({ rowCount: '1,000 rows', time: '1.2 s' });
  expect(tabOf({ ...done, complete: false })).toMatchObject({ rowCount: 'First 1,000 rows', hasMore: true });
  expect(tabOf({ ...done, complete: false, restGivenUp: true })).toMatchObject({
    rowCount: 'First 1,000 rows',
    hasMore: false,
    notices: [expect.stringContaining('given up')],
  });
});

test('a running query tells how long it runs', () => {
  expect(tabOf({ status: 'running', runId: '1' })).toEqual({ status: 'running', elapsed: '3.2 s' });
});

test('a problem has its place in the document, while the statement stands there', () => {
  const failed = {
    status: 'failed',
    runId: '1',
    problem: { message: 'no column', offset: 9 },
    milliseconds: 3,
  } as const;
  expect(tabOf(failed)).toMatchObject({ place: { line: 6, column: 3 } });
  expect(tabOf(failed, { origin: { uri: 'file:///a.fsql', range: undefined } })).not.toHaveProperty('place');
  expect(tabOf({ ...failed, problem: { message: 'exists' } })).toMatchObject({
    place: { line: 5, column: 3 },
  });
});

test('a cancel that the server did not confirm is told', () => {
  const cancelled = { status: 'cancelled', runId: '1', confirmed: true, milliseconds: 3 } as const;
  expect(tabOf(cancelled)).toMatchObject({ message: 'The query was cancelled.' });
  expect(tabOf({ ...cancelled, confirmed: false })).toMatchObject({
    message: expect.stringContaining('may go on'),
  });
});

test('a message of the page is checked', () => {
  const fetch = { kind: 'fetchRows', requestId: 1, runId: 'r', start: 0, count: 100 };
  expect(parseIntent(fetch)).toEqual(fetch);
  expect(() => parseIntent({ ...fetch, count: 1e9 })).toThrow();
  expect(() => parseIntent({ kind: 'run', sql: 'DROP TABLE t' })).toThrow();
});
