import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqlStateOf } from '../support/sqlStateOf';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

async function filesIn(folder: string): Promise<readonly string[]> {
  const place = join(sandbox.folder, 'scratch_space', 'acp_foundation_queryService', folder);
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test('COPY writes the rows of a query to the scratch space', async () => {
  const rows = `SELECT * FROM VALUES (1, 'a'), (2, 'b') AS t(id, word) ORDER BY id`;
  const copied = await sandbox.query(`COPY (${rows}) TO '%scratch_space%/letters' WITH FORMAT 'csv'`);
  expect([copied.command, copied.rowCount]).toEqual(['COPY', 2]);
  const [file = ''] = await filesIn('letters');
  expect(file).toMatch(/\.csv$/);
  expect(await readFile(file, 'utf8')).toBe('id,word\n1,a\n2,b\n');
  await sandbox.query(`COPY (${rows}) TO '%scratch_space%/more/letters'`);
  const [parquet = ''] = await filesIn('more/letters');
  expect((await readFile(parquet)).subarray(0, 4).toString()).toBe('PAR1');
});

test('COPY writes nowhere else, and leaves nothing when it fails', async () => {
  expect(await sqlStateOf(sandbox, `COPY (SELECT 1 AS a) TO '/tmp/out.csv'`)).toBe('0A000');
  expect(await sqlStateOf(sandbox, `COPY (SELECT 1 AS a) TO '%scratch_space%/../out'`)).toBe('0A000');
  expect(await sqlStateOf(sandbox, `COPY (SELECT 1 AS a) TO '%scratch_space%/x' WITH FORMAT 'orc'`)).toBe(
    '0A000',
  );
  expect(await sqlStateOf(sandbox, `COPY (SELECT raise_error('no')) TO '%scratch_space%/broken'`)).toBe(
    '58000',
  );
  await expect(filesIn('broken')).rejects.toMatchObject({ code: 'ENOENT' });
});
