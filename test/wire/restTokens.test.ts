import { expect, test } from 'vitest';
import { getConnectionParameters } from '../../server/platform/connectionParameters';
import { requestToken } from '../../server/platform/ims';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const lifetime = 86_399_000;
let passed = 0;
const sandbox = testSandbox({ events: 100, now: () => Date.UTC(2026, 10, 24) + passed });

async function newToken(): Promise<string> {
  const { running } = sandbox;
  return (await requestToken(running.ready.http, running.ready)).access_token;
}

function ask(token: string) {
  const headers = { Authorization: `Bearer ${token}` };
  return sendRaw(sandbox.running.ready, '/data/foundation/catalog/dataSets', { headers });
}

test('a token holds to its last millisecond, over REST and as a password', async () => {
  const token = await newToken();
  const { compressedToken } = await getConnectionParameters(platformOf(sandbox.running.ready));
  const logIn = async (password: string) => (await sandbox.connect({ password })).end();
  passed = lifetime - 1;
  expect(await ask(token)).toMatchObject({ status: 200 });
  await logIn(token);
  await logIn(compressedToken ?? '');
  const open = await sandbox.connect({ password: token });
  passed = lifetime;
  expect(await ask(token)).toMatchObject({
    status: 401,
    body: { title: 'Unauthorized', detail: 'The access token is expired' },
  });
  await expect(logIn(token)).rejects.toMatchObject({
    code: '28P01',
    message: expect.stringContaining('expired'),
  });
  await expect(logIn(compressedToken ?? '')).rejects.toMatchObject({ code: '28P01' });
  // A session that is open stays so.
  expect((await open.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
  await open.end();
  expect(await ask(await newToken())).toMatchObject({ status: 200 });
  await logIn(sandbox.running.ready.pg.password);
});

function post(
  form: Readonly<Record<string, string>> | URLSearchParams | string,
  type?: string,
): Promise<Response> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form);
  const headers = type === undefined ? {} : { headers: { 'Content-Type': type } };
  return fetch(`${sandbox.running.ready.http}/ims/token/v3`, { method: 'POST', body, ...headers });
}

function form(changed: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { clientId, clientSecret } = sandbox.running.ready;
  const usual = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'openid, AdobeID, read_organizations, additional_info.projectedProductContext, session',
  };
  return { ...usual, ...changed };
}

test.each([
  ['spaces and commas between scopes', form],
  ['spaces between scopes', () => form({ scope: 'openid AdobeID' })],
])('%s are taken', async (_, sent) => {
  expect((await post(sent())).status).toBe(200);
});

test.each([
  ['a scope that there is not', () => post(form({ scope: 'openid,all_of_it' })), 400, 'invalid_scope'],
  ['no scope', () => post(form({ scope: '' })), 400, 'invalid_request'],
  ['no grant type', () => post(form({ grant_type: '' })), 400, 'invalid_request'],
  ['the grant type of people', () => post(form({ grant_type: 'password' })), 400, 'unsupported_grant_type'],
  [
    'a secret with one letter more',
    () => post(form({ client_secret: `${form()['client_secret']}x` })),
    401,
    'invalid_client',
  ],
  ['JSON', () => post(JSON.stringify(form()), 'application/json'), 400, 'invalid_request'],
  [
    'a parameter twice',
    () => post(new URLSearchParams([...Object.entries(form()), ['client_id', 'other']])),
    400,
    'invalid_request',
  ],
])('%s gets no token', async (_, send, status, error) => {
  const response = await send();
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
});
