import { expect, test, vi } from 'vitest';
import { createSegment, getSegmentJob, startSegmentJob } from '../../server/platform/segments';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();
const definitions = '/data/core/ups/segment/definitions';

function definition(value: string) {
  return {
    name: 'Gold',
    expression: { type: 'PQL' as const, format: 'pql/text' as const, value },
    schema: { name: '_xdm.context.profile' as const },
    payloadSchema: 'string',
    ttlInDays: 60,
  };
}

test('an audience is defined, evaluated, and has the profiles that its rule holds for', async () => {
  const platform = platformOf(sandbox.running.ready);
  const rule = '_acme.loyaltyTier = "gold" and person.birthYear >= 1970';
  const segment = await createSegment(platform, definition(rule));
  expect(segment).toMatchObject({ name: 'Gold', evaluationInfo: { batch: { enabled: true } } });
  const { id } = await startSegmentJob(platform, [segment.id]);
  const job = await vi.waitFor(async () => {
    const found = await getSegmentJob(platform, id);
    expect(found.status).toBe('SUCCEEDED');
    return found;
  });
  const where = `_acme.loyaltyTier = 'gold' AND person.birthYear >= 1970`;
  const expected = await sandbox.query(`SELECT DISTINCT _acme.user_id FROM profiles WHERE ${where}`);
  expect(expected.rows.length).toBeGreaterThan(0);
  expect(job.metrics.segmentedProfileCounter).toEqual({ [segment.id]: expected.rows.length });

  const entities = '/data/core/ups/access/entities?entityIdNS=ECID&entityId=';
  const member = String(expected.rows[0]?.[0]);
  expect((await sendRaw(sandbox.running.ready, entities + member)).body).toEqual({
    [member]: {
      entityId: member,
      entity: {
        segmentMembership: {
          ups: { [segment.id]: { lastQualificationTime: expect.any(String), status: 'realized' } },
        },
      },
    },
  });
  expect((await sendRaw(sandbox.running.ready, `${entities}nobody`)).body).toEqual({
    nobody: { entityId: 'nobody', entity: { segmentMembership: { ups: {} } } },
  });
});

test.each([
  ['a field that no profile has', '_acme.nosuch > 1', 'No profile has the field _acme.nosuch'],
  ['a slip', '_acme.loyaltyTier ==', 'expression.value'],
  ['a value of another type', 'person.birthYear = "gold"', 'compared with a number only, at character 1'],
])('a rule with %s is refused', async (_, rule, detail) => {
  const body = JSON.stringify(definition(rule));
  const answer = await sendRaw(sandbox.running.ready, definitions, { method: 'POST', body });
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
});

test('definitions are listed in pages, changed and deleted', async () => {
  const { ready } = sandbox.running;
  const platform = platformOf(ready);
  const made = await createSegment(platform, definition('_acme.loyaltyTier = "silver"'));
  const list = (await sendRaw(ready, `${definitions}?limit=1&page=0`)).body;
  expect(list).toMatchObject({ segments: [{}], page: { totalPages: expect.any(Number), limit: 1 } });
  const body = JSON.stringify({ ...definition('_acme.loyaltyTier = "none"'), name: 'None' });
  const changed = await sendRaw(ready, `${definitions}/${made.id}`, { method: 'PATCH', body });
  expect(changed).toMatchObject({ status: 200, body: { name: 'None' } });
  expect(await sendRaw(ready, `${definitions}/${made.id}`, { method: 'DELETE' })).toMatchObject({
    status: 200,
  });
  expect(await sendRaw(ready, `${definitions}/${made.id}`)).toMatchObject({ status: 404 });
  const jobBody = JSON.stringify([{ segmentId: made.id }]);
  const path = '/data/core/ups/segment/jobs';
  expect(await sendRaw(ready, path, { method: 'POST', body: jobBody })).toMatchObject({ status: 404 });
});

test('nobody without a token sees audiences', async () => {
  const headers = { Authorization: '' };
  expect(await sendRaw(sandbox.running.ready, definitions, { headers })).toMatchObject({ status: 401 });
});
