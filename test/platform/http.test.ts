import { expect, test } from 'vitest';
import { z } from 'zod';
import { PlatformError, UnexpectedAnswerError, UnreachableError } from '../../server/platform/errors';
import { openPlatform, type PlatformCall } from '../../server/platform/http';

interface Seen {
  readonly url: string;
  readonly init: RequestInit;
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** A platform whose answers are given in order; the last one repeats. */
function platformOf(...answers: readonly (() => Response)[]) {
  const seen: Seen[] = [];
  const waits: number[] = [];
  const refused: string[] = [];
  const platform = openPlatform(
    {
      endpoint: 'http://platform.test/',
      orgId: 'A@AdobeOrg',
      sandbox: 'dev',
      clientId: 'client',
      tokens: {
        token: () => Promise.resolve(`token${refused.length}`),
        refused: (token) => void refused.push(token),
      },
    },
    {
      fetch: (url, init = {}) => {
        seen.push({ url: String(url), init });
        return Promise.resolve((answers[seen.length - 1] ?? (answers.at(-1) as () => Response))());
      },
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    },
  );
  return { platform, seen, waits, refused };
}

const call: PlatformCall = { method: 'GET', path: '/data/x', query: { name: 'a b', start: undefined } };

test('a call carries who asks and what it is about', async () => {
  const { platform, seen } = platformOf(() => json(200, { n: 1 }));
  expect(await platform.call(z.object({ n: z.number() }), call)).toEqual({ n: 1 });
  expect(seen[0]?.url).toBe('http://platform.test/data/x?name=a+b');
  expect(seen[0]?.init.headers).toMatchObject({
    Authorization: 'Bearer token0',
    'x-api-key': 'client',
    'x-gw-ims-org-id': 'A@AdobeOrg',
    'x-sandbox-name': 'dev',
    Accept: 'application/json',
  });
});

test('a body is JSON unless it is bytes', async () => {
  const { platform, seen } = platformOf(() => json(200, {}));
  await platform.call(z.object({}), { method: 'POST', path: '/a', body: { b: 1 } });
  await platform.call(z.object({}), { method: 'PUT', path: '/a', body: new Uint8Array([1, 2]) });
  expect(seen.map(({ init }) => (init.headers as Record<string, string>)['Content-Type'])).toEqual([
    'application/json',
    'application/octet-stream',
  ]);
  expect(seen[0]?.init.body).toBe('{"b":1}');
});

test('the error of a service names title, detail and request', async () => {
  const body = { title: 'Not found', status: 404, detail: 'No data set 1', report: { requestId: 'r1' } };
  const { platform } = platformOf(() => json(404, body));
  const error = await platform.send(call).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlatformError);
  expect(error).toMatchObject({
    status: 404,
    title: 'Not found',
    detail: 'No data set 1',
    requestId: 'r1',
    message: 'The Platform answered 404. Not found: No data set 1',
  });
});

test.each([
  [{ error_code: '403010', message: 'Api Key is invalid' }, 'Api Key is invalid'],
  [{ error: 'invalid_client', error_description: 'wrong secret' }, 'invalid_client: wrong secret'],
  ['<html>', 'A permission is missing'],
  [undefined, 'A permission is missing'],
])('other forms of errors are read too: %j', async (body, words) => {
  const { platform } = platformOf(() => json(403, body));
  await expect(platform.send(call)).rejects.toThrow(`The Platform answered 403. ${words}`);
});

test('a refused token is replaced once', async () => {
  const renewed = platformOf(
    () => json(401, {}),
    () => json(200, {}),
  );
  await renewed.platform.send(call);
  expect(renewed.refused).toEqual(['token0']);
  expect(renewed.seen[1]?.init.headers).toMatchObject({ Authorization: 'Bearer token1' });

  const refused = platformOf(() => json(401, {}));
  await expect(refused.platform.send(call)).rejects.toMatchObject({ status: 401 });
  expect(refused.seen).toHaveLength(2);
});

test('what is busy is asked again, after the time it names', async () => {
  const { platform, waits } = platformOf(
    () => json(429, {}, { 'retry-after': '2' }),
    () => json(503, {}),
    () => json(200, {}),
  );
  await platform.send(call);
  expect(waits).toEqual([2000, 1000]);
});

test('a write that could be done twice is not sent again', async () => {
  const { platform, seen } = platformOf(() => json(503, {}));
  await expect(platform.send({ method: 'POST', path: '/a', body: {} })).rejects.toMatchObject({
    status: 503,
  });
  expect(seen).toHaveLength(1);
});

test('an answer that is not as documented names the field', async () => {
  const { platform } = platformOf(() => json(200, { results: [{ $id: 1 }] }));
  const answer = z.object({ results: z.array(z.object({ $id: z.string() })) });
  const error = await platform.call(answer, call).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnexpectedAnswerError);
  expect(String(error)).toContain('The answer to GET /data/x is not as documented: results[0].$id: ');
});

test('no answer at all names the place, and an abort stays one', async () => {
  const access = platformOf(() => json(200, {})).platform.access;
  const down = openPlatform(access, { fetch: () => Promise.reject(new TypeError('fetch failed')) });
  const error = await down.send(call).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreachableError);
  expect(String(error)).toContain('Nothing answers at http://platform.test');

  const aborted = openPlatform(access, {
    fetch: (_url, init) => Promise.reject((init?.signal as AbortSignal).reason as Error),
  });
  await expect(aborted.send({ ...call, signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
