import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Jobs } from '../../../server/sandbox/rest/jobs';
import type { QueryRunner } from '../../../server/sandbox/rest/query/queryRunner';
import { Scheduler } from '../../../server/sandbox/rest/query/scheduler';
import {
  storedRun,
  storedSchedule,
  type StoredSchedule,
} from '../../../server/sandbox/rest/query/storedSchedule';
import type { RestSandbox } from '../../../server/sandbox/rest/restSandbox';
import { Database } from '../../../server/sandbox/store/database';
import { Documents } from '../../../server/sandbox/store/documents';
import { prepareMetadata } from '../../../server/sandbox/store/metadataTables';

let folder = '';
let database: Database;
let documents: Documents;
let due: Promise<void>[] = [];
let scheduler: Scheduler;
let submitted: string[] = [];
let endQuery: (() => Promise<void>)[] = [];

const hourly: StoredSchedule = {
  query: { dbName: 'prod:all', sql: 'SELECT 1', name: 'hourly' },
  schedule: { schedule: '30 * * * *', maxActiveRuns: 1 },
  state: 'ENABLED',
  clientId: 'client',
  updatedBy: 'client',
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
  database = await Database.open({ file: join(folder, 'x.duckdb'), temporaryFolder: folder });
  await database.use(prepareMetadata);
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-11-24T10:00:00Z'),
  });
  documents = new Documents(database, Date.now);
  due = [];
  submitted = [];
  endQuery = [];
  const runner: Pick<QueryRunner, 'submit'> = {
    submit: (_submission, onEnd) => {
      submitted.push(new Date(Date.now()).toISOString());
      const query = { id: `q${submitted.length}`, body: { state: 'SUCCESS', errors: [] } };
      endQuery.push(() => onEnd?.(query as never) ?? Promise.resolve());
      return Promise.resolve(query as never);
    },
  };
  const jobs: Pick<Jobs, 'start'> = {
    start: (_id, work) => void due.push(work(new AbortController().signal)),
  };
  const sandbox = { documents, jobs, now: Date.now } as RestSandbox;
  scheduler = new Scheduler(sandbox, runner as QueryRunner);
});

afterEach(async () => {
  scheduler[Symbol.dispose]();
  vi.useRealTimers();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Goes to a time of the day, and lets what is due then happen. */
async function at(time: string): Promise<void> {
  vi.advanceTimersByTime(Date.parse(`2026-11-24T${time}:00Z`) - Date.now());
  await Promise.all(due);
}

test('a query runs at its times, and not while its run before goes on', async () => {
  await documents.insert(storedSchedule, 's', hourly);
  await scheduler.start();
  await at('10:29');
  expect(submitted).toEqual([]);
  await at('10:30');
  await at('11:30');
  expect(submitted).toEqual(['2026-11-24T10:30:00.000Z']);
  await endQuery[0]?.();
  await at('12:30');
  expect(submitted).toEqual(['2026-11-24T10:30:00.000Z', '2026-11-24T12:30:00.000Z']);
  expect((await documents.list(storedRun)).map(({ body }) => body.state)).toEqual(['SUCCESS', 'IN_PROGRESS']);
});

test('nothing runs before the start, after the end, or while disabled', async () => {
  const window = { startDate: '2026-11-24T11:00:00Z', endDate: '2026-11-24T12:00:00Z' };
  const schedule = { ...hourly.schedule, ...window, maxActiveRuns: 9 };
  await documents.insert(storedSchedule, 's', { ...hourly, schedule });
  await documents.insert(storedSchedule, 'off', { ...hourly, state: 'DISABLED' });
  await scheduler.start();
  for (const time of ['10:30', '11:30', '12:30', '13:30']) await at(time);
  expect(submitted).toEqual(['2026-11-24T11:30:00.000Z']);
});

test('a run that the end of the sandbox ended has failed', async () => {
  await documents.insert(storedRun, 's r', {
    scheduleId: 's',
    state: 'IN_PROGRESS',
    message: '',
    external: false,
  });
  await scheduler.start();
  expect((await documents.get(storedRun, 's r'))?.body.state).toBe('FAILED');
});
