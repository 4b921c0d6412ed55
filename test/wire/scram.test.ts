import { serialize } from 'pg-protocol';
import { expect, test } from 'vitest';
import { ScramExchange } from '../../server/sandbox/pgwire/scram/scramExchange';
import { scramVerifier } from '../../server/sandbox/pgwire/scram/scramVerifier';
import { describeWith, psql } from '../support/otherClients';
import { testSandbox } from '../support/testSandbox';
import { WireClient } from '../support/wireClient';

const sandbox = testSandbox({ passwordMethod: 'scram-sha-256' });

test('the exchange of RFC 7677', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  const exchange = new ScramExchange(scramVerifier('pencil', salt), '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0');
  expect(exchange.start('n,,n=user,r=rOprNGfwEbeRWgbNEkqO')).toBe(
    'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  );
  expect(
    exchange.finish(
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    ),
  ).toBe('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=');
});

test('a client of node logs in', async () => {
  expect((await sandbox.query('SELECT 1')).rows).toEqual([['1']]);
});

test.each([
  ['a wrong password', { password: 'wrong' }],
  ['another user', { user: 'someone' }],
])('%s is refused', async (_, settings) => {
  await expect(sandbox.connect(settings)).rejects.toMatchObject({ code: '28P01', severity: 'FATAL' });
});

test.each([
  ['a password in clear', serialize.password('secret')],
  ['another mechanism', serialize.sendSASLInitialResponseMessage('SCRAM-SHA-1', 'n,,n=,r=abc')],
  ['channel binding', serialize.sendSASLInitialResponseMessage('SCRAM-SHA-256', 'p=tls-unique,,n=,r=abc')],
  ['a statement', serialize.query('SELECT 1')],
])('%s is refused', async (_, message) => {
  const client = await WireClient.connect(sandbox.running.ready);
  const { user, dbname } = sandbox.running.ready.pg;
  client.send(serialize.startup({ user, database: dbname }), message);
  expect(WireClient.sqlState(await client.until('E'))).toMatch(/08P01|28000/);
  client.end();
});

describeWith('psql', () => {
  test('logs in, encrypted', async () => {
    const { stdout, code } = await psql(sandbox.running.ready, ['-At', '-c', 'SELECT 1'], {
      connection: 'sslmode=require channel_binding=prefer',
    });
    expect({ stdout, code }).toEqual({ stdout: '1\n', code: 0 });
  });
});
