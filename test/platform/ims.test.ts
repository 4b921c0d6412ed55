import { expect, test } from 'vitest';
import { imsEndpointOf, requestToken, tokenSource } from '../../server/platform/ims';

test.each([
  ['https://platform.adobe.io', 'https://ims-na1.adobelogin.com'],
  ['https://platform-stage.adobe.io/', 'https://ims-na1-stg1.adobelogin.com'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
])('tokens for %s come from %s', (endpoint, ims) => {
  expect(imsEndpointOf(endpoint)).toBe(ims);
});

test('credentials are exchanged as a form', async () => {
  let body = '';
  const token = await requestToken(
    'https://ims.test',
    { clientId: 'id', clientSecret: 's&c', scopes: ['openid', 'session'] },
    {
      fetch: (url, init) => {
        body = `${String(url)} ${String(init?.body)}`;
        return Promise.resolve(Response.json({ token_type: 'bearer', access_token: 't', expires_in: 86399 }));
      },
    },
  );
  expect(token).toMatchObject({ access_token: 't', expires_in: 86399 });
  expect(body).toBe(
    'https://ims.test/ims/token/v3 grant_type=client_credentials&client_id=id&client_secret=s%26c&scope=openid%2Csession',
  );
});

test('wrong credentials are an error with the words of the endpoint, without the secret', async () => {
  const answer = { error: 'invalid_client', error_description: 'invalid client_secret parameter' };
  const refused = requestToken(
    'https://ims.test',
    { clientId: 'id', clientSecret: 'hidden' },
    { fetch: () => Promise.resolve(Response.json(answer, { status: 401 })) },
  );
  const error = await refused.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ status: 401, title: 'invalid_client' });
  expect(String(error)).not.toContain('hidden');
});

test('a token is asked for once, renewed before its end, and again when it was refused', async () => {
  let clock = 0;
  let count = 0;
  const source = tokenSource(
    () => Promise.resolve({ token_type: 'bearer', access_token: `t${++count}`, expires_in: 86399 }),
    () => clock,
  );
  expect(await Promise.all([source.token(), source.token()])).toEqual(['t1', 't1']);
  clock = (86399 - 501) * 1000;
  expect(await source.token()).toBe('t1');
  clock = (86399 - 499) * 1000;
  expect(await source.token()).toBe('t2');
  source.refused('t1');
  expect(await source.token()).toBe('t2');
  source.refused('t2');
  expect(await source.token()).toBe('t3');
});

test('a failed request for a token does not stick', async () => {
  let count = 0;
  const source = tokenSource(() =>
    ++count === 1
      ? Promise.reject(new Error('down'))
      : Promise.resolve({ token_type: 'bearer', access_token: 't', expires_in: 100 }),
  );
  await expect(source.token()).rejects.toThrow('down');
  expect(await source.token()).toBe('t');
});
