import { expect, test } from 'vitest';
import {
  passwordKey,
  platformSandbox,
  readConnectionProfiles,
} from '../../../client/connection/connectionProfiles';
import { readConnectionText } from '../../../client/connection/connectionText';

const entry = { name: 'Acme', host: 'acme.example.com', user: 'A@AdobeOrg' };

test('a connection of the settings gets the usual port, database and TLS mode', () => {
  expect(readConnectionProfiles([entry])).toEqual({
    profiles: [{ kind: 'platform', port: 80, database: 'prod:all', tls: 'require', ...entry }],
    problems: [],
  });
});

test('a wrong entry is told and left out, the others stay', () => {
  const read = readConnectionProfiles([
    { ...entry, port: 'x' },
    entry,
    entry,
    { ...entry, name: 'Local sandbox' },
  ]);
  expect(read.profiles.map((profile) => profile.name)).toEqual(['Acme']);
  expect(read.problems).toEqual([
    expect.stringMatching(/^featureSql\.connections\[0\]\.port: /),
    'featureSql.connections[2].name: "Acme" is taken',
    'featureSql.connections[3].name: "Local sandbox" is taken',
  ]);
});

test('the same name on another host has another password', () => {
  const [acme] = readConnectionProfiles([entry]).profiles;
  const [other] = readConnectionProfiles([{ ...entry, host: 'elsewhere.example.com' }]).profiles;
  expect(acme && other && passwordKey(acme) !== passwordKey(other)).toBe(true);
});

test.each([
  ['prod:all', 'prod'],
  ['dev:web_events', 'dev'],
  ['all', undefined],
])('the sandbox of database %s is %s', (database, sandbox) => {
  const [profile] = readConnectionProfiles([{ ...entry, database }]).profiles;
  expect(profile && platformSandbox(profile)).toBe(sandbox);
});

const none = {
  host: undefined,
  port: undefined,
  database: undefined,
  user: undefined,
  tls: undefined,
  password: undefined,
};

test.each([
  [
    "psql 'sslmode=require host=acme.example.com port=80 dbname=prod:all user=A@AdobeOrg password=s3cret'",
    {
      host: 'acme.example.com',
      port: 80,
      database: 'prod:all',
      user: 'A@AdobeOrg',
      tls: 'require',
      password: 's3cret',
    },
  ],
  ["host=h user='a \\' b' sslmode=verify-ca", { ...none, host: 'h', user: "a ' b", tls: 'verify-full' }],
  [
    'postgresql://A%40Org:pw@acme.example.com:5432/dev%3Aall?sslmode=prefer',
    {
      host: 'acme.example.com',
      port: 5432,
      database: 'dev:all',
      user: 'A@Org',
      tls: 'allow',
      password: 'pw',
    },
  ],
  ['acme.example.com', { ...none, host: 'acme.example.com' }],
  ['select 1', undefined],
])('%s is read', (text, expected) => {
  expect(readConnectionText(text)).toEqual(expected);
});
