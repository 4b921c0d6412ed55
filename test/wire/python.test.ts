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
    const top = Array.from({ length: 10 }, (_, index) => `user-${90 + index}`);
    expect(await run('notebookFlow.py')).toEqual({
      paths: ['_acme.note', '_acme.propensity', '_acme.userid'],
      listed: true,
      json: ['success', 100],
      csv: ['success', 2],
      partial: ['success', 3],
      query: ['SUCCESS', [], 11],
      rows: [...top, 'user-b'],
      snapshots: 3,
      dataScience: ['corepolicy_0004'],
      exportToThirdParty: [],
      export: ['success', 11],
      files: ['cmle/egress/#/exportTime=#/part-00000-#.parquet'],
      parquet: 'PAR1',
      import: ['success', 2],
      estimate: 76,
      job: ['SUCCEEDED', 76],
      members: ['user-a', 'user-c'],
    });
  });

  test(
    'every call of aepp that there is something for is answered as it expects',
    { timeout: 120_000 },
    async () => {
      const { answered, refused } = (await run('everyCall.py')) as { answered: number; refused: object };
      // What the sandbox does not have, it refuses by its name.
      expect(refused).toEqual({
        'Schema.getAuditLogs': 501,
        'Catalog.setDatasetTTL': 501,
        'Catalog.getDataSetExpiration': 501,
        'QueryService.getDatasetStatistics': 501,
        'QueryService.getAlertSubscriptions': 501,
        'DataPrep.getMappingSetFunctions': 501,
        'Segmentation.getExportJobs': 501,
        'AccessControl.getProducts': 501,
      });
      expect(answered).toBeGreaterThan(250);
    },
  );
});
