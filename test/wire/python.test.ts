import { expect, test } from 'vitest';
import { describeWithPython, runPython } from '../support/otherClients';
import { testSandbox } from '../support/testSandbox';

describeWithPython(() => {
  const sandbox = testSandbox();
  const run = (script: string, ...args: string[]): Promise<unknown> =>
    runPython(script, [JSON.stringify(sandbox.running.ready), ...args], sandbox.folder);

  test('psycopg2 and psycopg fetch exact values in all their ways', { timeout: 60_000 }, async () => {
    expect(await run('fetchRows.py', '10000')).toEqual({
      psycopg2: 10_000,
      'psycopg2 named cursor': 10_000,
      'psycopg binary': 10_000,
      bound: [true, '2024-02-29 12:00:00.123456', 3],
    });
  });

  test('aepp goes through the flow of a notebook', { timeout: 120_000 }, async () => {
    expect(await run('notebookFlow.py')).toEqual({
      batch: 'success',
      template: 'Notebook top',
      query: 'SUCCESS',
      queryErrors: [],
      dbName: 'prod:all',
      job: 'SUCCEEDED',
      members: 74,
    });
  });
});
