import { expect, test } from 'vitest';
import type { QueryRun } from '../../../client/query/queryRun';
import {
  activateRun,
  addRun,
  changeState,
  closeRun,
  findRun,
  loseEngine,
  moveOrigins,
  noRuns,
  pinRun,
  rowsFetched,
  runningIn,
} from '../../../client/query/runList';
import type { RunList } from '../../../client/query/runList';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };

function run(runId: string, batch: string, uri = 'file:///a.fsql'): QueryRun {
  return {
    runId,
    batch,
    title: 'a.fsql',
    sql: 'SELECT 1',
    connectionName: 'Local sandbox',
    origin: { uri, range },
    startedAt: 1000,
    pinned: false,
    rowsLost: false,
    state: { status: 'running', runId },
  };
}

function done(list: RunList, runId: string): RunList {
  return changeState(list, {
    status: 'done',
    runId,
    columns: [],
    fetched: 1000,
    complete: false,
    commandTag: 'SELECT 1000',
    notices: [],
    milliseconds: 12,
  });
}

const ids = (list: RunList): readonly string[] => list.runs.map((each) => each.runId);

test('a new run takes the place of the finished ones of its document', () => {
  const first = done(addRun(noRuns, run('1', 'a')), '1');
  expect(ids(addRun(first, run('2', 'b')))).toEqual(['2']);
  expect(ids(addRun(first, run('2', 'a')))).toEqual(['1', '2']);
  expect(ids(addRun(first, run('2', 'b', 'file:///other.fsql')))).toEqual(['1', '2']);
  expect(ids(addRun(pinRun(first, '1', true), run('2', 'b')))).toEqual(['1', '2']);
});

test('what still runs is never closed by a new run', () => {
  expect(ids(addRun(addRun(noRuns, run('1', 'a')), run('2', 'b')))).toEqual(['1', '2']);
});

test('the oldest finished results leave when there are too many', () => {
  let list = noRuns;
  for (let n = 0; n < 30; n += 1)
    list = done(addRun(list, run(String(n), `b${n}`, `file:///${n}.fsql`)), String(n));
  expect(list.runs).toHaveLength(20);
  expect(list.runs[0]?.runId).toBe('10');
});

test('closing the run in front shows its neighbour', () => {
  const list = [run('1', 'a'), run('2', 'a'), run('3', 'a')].reduce(addRun, noRuns);
  expect(list.active).toBe('3');
  expect(closeRun(list, '3').active).toBe('2');
  expect(closeRun(activateRun(list, '1'), '1').active).toBe('2');
  expect(closeRun(list, '1').active).toBe('3');
  expect(closeRun(addRun(noRuns, run('1', 'a')), '1')).toEqual(noRuns);
});

test('a run that has ended stays as it ended', () => {
  const list = done(addRun(noRuns, run('1', 'a')), '1');
  expect(findRun(changeState(list, { status: 'running', runId: '1' }), '1')?.state.status).toBe('done');
});

test('rows read later are counted', () => {
  const before = done(addRun(noRuns, run('1', 'a')), '1');
  const list = rowsFetched(before, '1', { fetched: 1800, complete: true });
  expect(findRun(list, '1')?.state).toMatchObject({ fetched: 1800, complete: true });
  expect(rowsFetched(list, '1', { fetched: 1800, complete: true })).toBe(list);
  const cut = rowsFetched(before, '1', { fetched: 1000, complete: false, restGivenUp: true });
  expect(findRun(cut, '1')?.state).toMatchObject({ fetched: 1000, restGivenUp: true });
});

test('when the engine ends, running statements fail and rows are lost', () => {
  const list = addRun(done(addRun(noRuns, run('1', 'a')), '1'), run('2', 'a'));
  const lost = loseEngine(list, 'The engine stopped', 1500);
  expect(findRun(lost, '1')).toMatchObject({ rowsLost: true, state: { status: 'done' } });
  expect(findRun(lost, '2')?.state).toEqual({
    status: 'failed',
    runId: '2',
    problem: { message: 'The engine stopped' },
    milliseconds: 500,
  });
});

test('the running statement of a document is known, and its place moves with edits', () => {
  const list = addRun(noRuns, run('1', 'a'));
  expect(runningIn(list, 'file:///a.fsql')?.runId).toBe('1');
  expect(runningIn(list, 'file:///b.fsql')).toBeUndefined();
  expect(moveOrigins(list, 'file:///b.fsql', () => undefined)).toBe(list);
  const edited = moveOrigins(list, 'file:///a.fsql', () => undefined);
  expect(findRun(edited, '1')?.origin).toEqual({ uri: 'file:///a.fsql', range: undefined });
  expect(runningIn(edited, 'file:///a.fsql')?.runId).toBe('1');
});
