import { expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });

test('the dimensions of the reports on profiles that clients read when they connect', async () => {
  const policies = await sandbox.query('SELECT * FROM qsaccel.profile_agg.adwh_dim_merge_policies');
  expect(policies.fields.map(({ name }) => name)).toEqual([
    'MERGE_POLICY_ID',
    'MERGE_POLICY',
    'MERGE_POLICY_NAME',
    'IS_DEFAULT_MERGE_POLICY',
  ]);
  expect(policies.rows).toEqual([['1', expect.any(String), 'Default Timebased', 't']]);
  const namespaces = await sandbox.query(
    'SELECT NAMESPACE_DESCRIPTION FROM qsaccel.profile_agg.adwh_dim_namespaces WHERE MERGE_POLICY_ID = 1',
  );
  expect(namespaces.rows).toContainEqual(['ECID']);
});

test('no list of tables shows them, and there are no others', async () => {
  const { rows } = await sandbox.query('SHOW TABLES');
  expect(JSON.stringify(rows)).not.toContain('adwh');
  await expect(sandbox.query('SELECT * FROM qsaccel.profile_agg.other')).rejects.toMatchObject({
    code: '42P01',
  });
});
