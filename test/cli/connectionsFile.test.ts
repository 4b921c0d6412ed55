import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namedConnection } from '../../server/cli/connectionsFile';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'feature-sql-home-'));
});
afterAll(() => rm(home, { recursive: true }));

test('a connection comes from the file, its secrets from the environment', async () => {
  await writeFile(
    join(home, 'connections.json'),
    JSON.stringify([
      {
        name: 'dev',
        host: 'acme.platform-query.adobe.io',
        user: '1234@AdobeOrg',
        database: 'dev:all',
        rest: { orgId: '1234@AdobeOrg', sandbox: 'dev', clientId: 'key' },
      },
    ]),
  );
  const environment = { FEATURE_SQL_HOME: home, PGPASSWORD: 'b', FEATURE_SQL_CLIENT_SECRET: 's' };
  expect(await namedConnection('dev', environment)).toEqual({
    profile: {
      name: 'dev',
      kind: 'platform',
      host: 'acme.platform-query.adobe.io',
      port: 80,
      database: 'dev:all',
      user: '1234@AdobeOrg',
      tls: 'require',
      rest: {
        endpoint: 'https://platform.adobe.io',
        orgId: '1234@AdobeOrg',
        sandbox: 'dev',
        clientId: 'key',
      },
    },
    secrets: { password: 'b', clientSecret: 's' },
  });
  expect((await namedConnection('dev', { ...environment, FEATURE_SQL_PASSWORD: 'a' })).secrets.password).toBe(
    'a',
  );
  await expect(namedConnection('dev', { FEATURE_SQL_HOME: home })).rejects.toThrow('needs a password');
  await expect(namedConnection('prod', environment)).rejects.toThrow('Known are local, dev');
});

test('a field that is not valid is named; a password in the file is one', async () => {
  const connection = { name: 'dev', host: 'h', user: 'u', password: 'p' };
  await writeFile(join(home, 'connections.json'), JSON.stringify([connection]));
  await expect(namedConnection('dev', { FEATURE_SQL_HOME: home })).rejects.toThrow(
    /The field 0 of .*password/,
  );
});
