import { expect, test } from 'vitest';
import { getConnectionParameters } from '../../server/platform/connectionParameters';
import { requestToken } from '../../server/platform/ims';
import { listSandboxes } from '../../server/platform/sandboxes';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

function postToken(form: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(`${sandbox.running.ready.http}/ims/token/v3`, { method: 'POST', body });
}

function credentials(): Record<string, string> {
  const { clientId, clientSecret } = sandbox.running.ready;
  return {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'openid,AdobeID',
  };
}

test('client credentials become a token that ends within a day', async () => {
  const response = await postToken(credentials());
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    token_type: 'bearer',
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    expires_in: 86399,
  });
});

test.each([
  ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
  ['an unknown client', { client_id: 'wrong' }, 401, 'invalid_client'],
  ['no secret', { client_secret: '' }, 400, 'invalid_request'],
  ['another grant', { grant_type: 'authorization_code' }, 400, 'unsupported_grant_type'],
])('%s gets no token', async (_, changed, status, error) => {
  const response = await postToken({ ...credentials(), ...changed });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
});

test('the connection parameters lead to a session of the wire, with either token', async () => {
  const { running, connect } = sandbox;
  const found = await getConnectionParameters(platformOf(running.ready));
  expect(found).toMatchObject({
    host: '127.0.0.1',
    port: running.ready.pg.port,
    dbName: 'prod:all',
    version: 1,
  });
  expect(found.compressedToken?.length).toBeLessThan(100);
  for (const password of [found.token, found.compressedToken as string]) {
    const client = await connect({ user: found.username, database: found.dbName, password });
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: '1' }]);
    await client.end();
  }
});

test('a token outlives a restart of the sandbox', async () => {
  const { access_token: token } = await requestToken(sandbox.running.ready.http, sandbox.running.ready);
  await sandbox.restart();
  const headers = { Authorization: `bearer ${token}` };
  const path = '/data/foundation/query/connection_parameters';
  expect(await sendRaw(sandbox.running.ready, path, { headers })).toMatchObject({ status: 200 });
});

const datasets = '/data/foundation/catalog/dataSets';

test.each([
  ['no token', { Authorization: '' }, 401],
  ['a token of another form', { Authorization: 'Basic abc' }, 401],
  ['a made-up token', { Authorization: 'Bearer a.b.c' }, 401],
  ['a token without signature', { Authorization: 'Bearer x' }, 401],
  ['another organization', { 'x-gw-ims-org-id': '0123456789ABCDEF01234567@AdobeOrg' }, 403],
  ['no organization', { 'x-gw-ims-org-id': '' }, 403],
  ['another client', { 'x-api-key': 'someone' }, 403],
  ['another sandbox', { 'x-sandbox-name': 'dev' }, 403],
])('a request with %s is refused', async (_, headers, status) => {
  const answer = await sendRaw(sandbox.running.ready, datasets, { headers });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toEqual({
    type: `http://ns.adobe.com/aep/errors/CTLG-1000-${status}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    report: { requestId: answer.headers.get('x-request-id') },
  });
});

test('a token with changed claims is refused', async () => {
  const { access_token: token } = await requestToken(sandbox.running.ready.http, sandbox.running.ready);
  const [header, , signature] = token.split('.');
  const claims = { client_id: sandbox.running.ready.clientId, expires_at: 1e15 };
  const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  const headers = { Authorization: `Bearer ${forged}` };
  expect(await sendRaw(sandbox.running.ready, datasets, { headers })).toMatchObject({ status: 401 });
});

test('sandboxes', async () => {
  expect(await listSandboxes(platformOf(sandbox.running.ready))).toMatchObject([
    { name: 'prod', state: 'active', type: 'production', isDefault: true },
  ]);
  const get = (path: string) => sendRaw(sandbox.running.ready, `/data/foundation/sandbox-management/${path}`);
  expect(await get('sandboxes/dev')).toMatchObject({ status: 404 });
  const { body } = await get('sandboxes/prod');
  expect(body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) });
  expect((await get('sandboxes/prod')).body).toEqual(body);
  expect((await get('sandboxTypes')).body).toEqual({ sandboxTypes: ['production', 'development'] });
});

test.each([
  ['an unknown path', 'GET', '/data/foundation/nothing', 404],
  ['the schedules of segmentation', 'GET', '/data/core/ups/export/jobs', 501],
  ['products of access control', 'GET', '/data/foundation/access-control/administration/products', 501],
  ['an unknown path outside of the services', 'GET', '/', 404],
  ['a method that there is not', 'DELETE', datasets, 405],
  ['a limit that is no number', 'GET', `${datasets}?limit=x`, 400],
  ['a limit over the most', 'GET', `${datasets}?limit=101`, 400],
  ['a condition that is none', 'GET', `${datasets}?property=name`, 400],
  ['a pattern that is none', 'GET', `${datasets}?property=name~(`, 400],
])('%s is a problem', async (_, method, path, status) => {
  const answer = await sendRaw(sandbox.running.ready, path, { method });
  expect(answer).toMatchObject({ status, body: { status } });
});

test('a refused method tells which there are', async () => {
  const answer = await sendRaw(sandbox.running.ready, datasets, { method: 'DELETE' });
  expect(answer.headers.get('allow')).toContain('GET');
});

test('hostile requests are refused, and the sandbox goes on', async () => {
  const { ready } = sandbox.running;
  const { body } = await sendRaw(ready, datasets);
  const [id] = Object.keys(body as object);
  const labels = `/data/foundation/dataset/datasets/${id}/labels`;
  const post = (text: string) => sendRaw(ready, labels, { method: 'POST', body: text });
  expect(await post('{"labels"')).toMatchObject({
    status: 400,
    body: { detail: 'The body is not valid JSON' },
  });
  expect(await post(`{"labels": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toMatchObject({
    status: 400,
    body: { detail: 'The body is nested too deeply' },
  });
  expect(await post(JSON.stringify({ labels: [1] }))).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('labels[0]: ') },
  });
  expect(await post('x'.repeat(5 << 20))).toMatchObject({ status: 413 });
  expect(await sendRaw(ready, datasets)).toMatchObject({ status: 200 });
});
