import { expect, test } from 'vitest';
import { sendRaw, type RawAnswer } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });

function send(method: string, path: string, body?: unknown): Promise<RawAnswer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return sendRaw(sandbox.running.ready, `/data/core/ups${path}`, { method, ...json });
}

const audience = {
  name: 'Everyone',
  description: 'All of them',
  expression: { type: 'PQL', format: 'pql/text', value: 'person.birthYear >= 1900' },
  schema: { name: '_xdm.context.profile' },
  ttlInDays: 60,
};

test('audiences are segment definitions in another form', async () => {
  const made = await send('POST', '/audiences', { ...audience, type: 'SegmentDefinition' });
  expect(made).toMatchObject({ status: 200, body: { name: 'Everyone', type: 'SegmentDefinition' } });
  const { id } = made.body as { id: string };
  expect(made.body).toMatchObject({ audienceId: id, originName: 'REAL_TIME_CUSTOMER_PROFILE' });
  expect(await send('GET', `/segment/definitions/${id}`)).toMatchObject({ body: { name: 'Everyone' } });
  expect((await send('POST', '/segment/definitions/bulk-get', [id])).body).toMatchObject({
    results: { [id]: { name: 'Everyone' } },
  });
  expect((await send('POST', '/segment/definitions/bulk-get', { ids: [{ id: 'no' }] })).body).toEqual({
    results: {},
  });
  const patch = [{ op: 'replace', path: '/description', value: 'Changed' }];
  expect(await send('PATCH', `/audiences/${id}`, patch)).toMatchObject({ body: { description: 'Changed' } });
  expect(await send('PUT', `/audiences/${id}`, { ...audience, name: 'All' })).toMatchObject({
    body: { name: 'All', description: 'All of them' },
  });
  const wrong = [{ op: 'replace', path: '/expression/value', value: 'nothing >= 1' }];
  expect(await send('PATCH', `/audiences/${id}`, wrong)).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('expression.value') },
  });
  expect(await send('DELETE', `/audiences/${id}`)).toMatchObject({ status: 204 });
  expect(await send('GET', `/audiences/${id}`)).toMatchObject({ status: 404 });
});

test('lists of audiences are filtered and cut', async () => {
  for (const name of ['Buyers of shoes', 'Buyers of hats', 'Readers']) {
    await send('POST', '/audiences', { ...audience, name });
  }
  const page = await send('GET', '/audiences?name=buyers&limit=1');
  expect(page.body).toMatchObject({
    children: [{ name: 'Buyers of shoes' }],
    _page: { totalCount: 2, pageSize: 1, next: '1' },
  });
  expect((await send('GET', '/audiences?name=buyers&limit=1&start=1')).body).toMatchObject({
    children: [{ name: 'Buyers of hats' }],
  });
  expect((await send('GET', '/audiences?property=name==Readers')).body).toMatchObject({
    _page: { totalCount: 1 },
  });
});

test('a rule is tried out before there is an audience of it', async () => {
  const rule = {
    predicateExpression: audience.expression.value,
    predicateType: 'pql/text',
    predicateModel: '_xdm.context.profile',
  };
  const made = await send('POST', '/preview', rule);
  expect(made).toMatchObject({ status: 202, body: { state: 'NEW' } });
  const { previewId } = made.body as { previewId: string };
  const preview = await send('GET', `/preview/${previewId}`);
  const { results } = preview.body as { results: { ECID: string }[] };
  const estimate = (await send('GET', `/estimate/${previewId}`)).body as { estimatedSize: number };
  expect(estimate).toMatchObject({ state: 'RESULT_READY' });
  expect(estimate.estimatedSize).toBeGreaterThan(0);
  expect(results).toHaveLength(Math.min(100, estimate.estimatedSize));
  expect(results[0]?.ECID).toMatch(/^\d{38}$/);
  expect(await send('POST', '/preview', { ...rule, predicateExpression: 'x >' })).toMatchObject({
    status: 400,
  });
  expect(await send('DELETE', `/preview/${previewId}`)).toMatchObject({ status: 204 });
  expect(await send('GET', `/estimate/${previewId}`)).toMatchObject({ status: 404 });
});

test('how profiles are put together, and that nothing is evaluated by itself', async () => {
  expect((await send('GET', '/config/mergePolicies')).body).toMatchObject({
    children: [{ default: true, attributeMerge: { type: 'timestampOrdered' } }],
  });
  expect((await send('GET', '/config/schedules')).body).toMatchObject({ children: [] });
  const external = { ...audience, type: 'ExternalSegment' };
  expect(await send('POST', '/audiences', external)).toMatchObject({ status: 501 });
});
