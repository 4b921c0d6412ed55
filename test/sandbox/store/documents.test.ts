import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Database } from '../../../server/sandbox/store/database';
import { Documents, type DocumentKind } from '../../../server/sandbox/store/documents';
import { prepareMetadata } from '../../../server/sandbox/store/metadataTables';

const kind: DocumentKind<{ n: number }> = { name: 'counter', body: z.object({ n: z.number() }) };
const other: DocumentKind<{ n: number }> = { ...kind, name: 'other' };

let folder = '';
let database: Database;
let documents: Documents;
let clock = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
  database = await Database.open({ file: join(folder, 'x.duckdb'), temporaryFolder: folder });
  await database.use(prepareMetadata);
  documents = new Documents(database, () => ++clock);
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('documents are kept by kind and id', async () => {
  await documents.insert(kind, 'a', { n: 1 });
  await documents.insert(kind, 'b', { n: 2 });
  await documents.insert(other, 'a', { n: 3 });
  expect(await documents.get(kind, 'a')).toMatchObject({ id: 'a', body: { n: 1 }, revision: 1 });
  expect((await documents.list(kind)).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await documents.remove(kind, 'a')).toBe(true);
  expect(await documents.remove(kind, 'a')).toBe(false);
  expect(await documents.get(kind, 'a')).toBeUndefined();
  expect(await documents.get(other, 'a')).toMatchObject({ body: { n: 3 } });
});

test('changes at once are all kept', async () => {
  const { created } = await documents.insert(kind, 'a', { n: 0 });
  const add = () => documents.update(kind, 'a', ({ body }) => ({ n: body.n + 1 }));
  await Promise.all(Array.from({ length: 20 }, add));
  const document = await documents.get(kind, 'a');
  expect(document).toMatchObject({ body: { n: 20 }, revision: 21, created });
  expect(document?.updated).toBeGreaterThan(created);
});

test('what fails within a write is undone, and later writes go on', async () => {
  const failed = documents.write(async (transaction) => {
    await transaction.insert(kind, 'a', { n: 1 });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await documents.get(kind, 'a')).toBeUndefined();
  await documents.insert(kind, 'a', { n: 2 });
  await expect(documents.insert(kind, 'a', { n: 3 })).rejects.toThrow();
  expect(await documents.update(kind, 'nothing', ({ body }) => body)).toBeUndefined();
  expect(await documents.get(kind, 'a')).toMatchObject({ body: { n: 2 } });
});
