import { expect, test } from 'vitest';
import { readSnapshot } from '../../server/catalog/readSnapshot';
import { printType } from '../../server/catalog/typeText';
import { testEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const tools = testEngine(sandbox);

/** The columns of a table with their types, as a snapshot tells them. */
async function columnTypes(withRest: boolean): Promise<ReadonlyMap<string, string>> {
  const { profile, secrets } = tools.connection;
  const { rest, ...sqlOnly } = profile;
  const connection = { profile: withRest && rest ? { ...sqlOnly, rest } : sqlOnly, secrets };
  const { snapshot, warnings } = await tools.engine.catalog({ connection, tables: ['ecommerce_events'] });
  expect(warnings).toEqual([]);
  const reading = readSnapshot(snapshot);
  if (reading.status !== 'read') throw new Error(reading.message);
  const columns = reading.catalog.byName.get('ecommerce_events')?.columns ?? [];
  return new Map(columns.map((column) => [column.name, printType(column.type)]));
}

test('SQL alone tells the same columns and types as the services do', async () => {
  const types = await columnTypes(false);
  expect(types.get('timestamp')).toBe('timestamp');
  expect(types.get('_acme')).toBe('struct<user_id:string>');
  expect(types).toEqual(await columnTypes(true));
});

test('a table that is not there is a warning', async () => {
  const { profile, secrets } = tools.connection;
  const { rest, ...sqlOnly } = profile;
  expect(rest).toBeDefined();
  const connection = { profile: sqlOnly, secrets };
  const { warnings } = await tools.engine.catalog({ connection, tables: ['nowhere'] });
  expect(warnings).toEqual(['There is no table nowhere.']);
});
