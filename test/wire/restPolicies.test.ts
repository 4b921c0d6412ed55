import { expect, test } from 'vitest';
import { listDatasets, tableOf } from '../../server/platform/datasets';
import { evaluateDatasets } from '../../server/platform/marketingActions';
import { listUsageLabels } from '../../server/platform/usageLabels';
import { platformOf, sendRaw } from '../support/restClient';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox({ events: 100 });
const platform = () => platformOf(sandbox.running.ready);
const base = '/data/foundation/dulepolicy';
const dataScience = { kind: 'core', name: 'dataScience' } as const;

async function send(method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return await sendRaw(sandbox.running.ready, base + path, init);
}

async function profiles() {
  const found = (await listDatasets(platform())).find(({ dataset }) => tableOf(dataset) === 'profiles');
  return { entityType: 'dataSet', entityId: found?.id ?? '' };
}

async function enable(...policyIds: string[]) {
  expect(await send('PUT', '/enabledCorePolicies', { policyIds })).toMatchObject({ status: 200 });
}

test('the labels that Adobe defines, and those of the organization', async () => {
  const names = (await listUsageLabels(platform(), 'core')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['C1', 'C9', 'C12', 'I1', 'I2', 'S1', 'S2', 'RHD', 'PSPD']));
  expect(await send('GET', '/labels/core/C9')).toMatchObject({ status: 200, body: { category: 'Contract' } });
  expect(await send('GET', '/labels/core/C99')).toMatchObject({ status: 404 });
  const own = { name: 'L1', category: 'Custom', friendlyName: 'Ours' };
  expect(await send('PUT', '/labels/custom/L1', own)).toMatchObject({ status: 201, body: own });
  expect(await send('PUT', '/labels/custom/L1', own)).toMatchObject({ status: 200 });
  expect(await send('PUT', '/labels/custom/L2', own)).toMatchObject({ status: 400 });
  expect(await listUsageLabels(platform(), 'custom')).toEqual([own]);
});

test('core policies are disabled until they are enabled', async () => {
  const { body } = await send('GET', '/policies/core');
  const { children } = body as { children: { id: string; status: string }[] };
  expect(new Set(children.map(({ status }) => status))).toEqual(new Set(['DISABLED']));
  expect((await evaluateDatasets(platform(), dataScience, [await profiles()])).violatedPolicies).toEqual([]);
  const policy = children.find((each) => JSON.stringify(each).includes('dataScience'));
  await enable(policy?.id ?? '');
  expect(await send('GET', `/policies/core/${policy?.id}`)).toMatchObject({ body: { status: 'ENABLED' } });
  expect(await send('PUT', '/enabledCorePolicies', { policyIds: ['x'] })).toMatchObject({ status: 400 });
});

test('a data set is evaluated with the labels of its fields', async () => {
  await enable('corepolicy_0004');
  const evaluation = await evaluateDatasets(platform(), dataScience, [await profiles()]);
  expect(evaluation.violatedPolicies).toMatchObject([{ name: 'corepolicy_0004', status: 'ENABLED' }]);
  expect(evaluation.duleLabels).toEqual(['C12', 'C9', 'I1', 'I2']);
  expect(evaluation.discoveredLabels?.[0]?.dataSetLabels.fields).toContainEqual({
    path: '/properties/person/properties/birthDate',
    labels: ['I2', 'C9'],
  });
});

test('only the fields asked about count, with what they are within', async () => {
  await enable('corepolicy_0004');
  const entity = await profiles();
  const violated = async (...fields: string[]) => {
    const asked = [{ ...entity, entityMeta: { fields } }];
    return (await evaluateDatasets(platform(), dataScience, asked)).violatedPolicies.length;
  };
  expect(await violated('/properties/person/properties/birthDate')).toBe(1);
  expect(await violated('/properties/person')).toBe(1);
  expect(await violated('/properties/homeAddress', '/properties/_acme/properties/loyaltyTier')).toBe(0);
});

test('labels are evaluated without data', async () => {
  await enable('corepolicy_0006');
  const violated = async (labels: string) => {
    const { body } = await send(
      'GET',
      `/marketingActions/core/exportToThirdParty/constraints?duleLabels=${labels}`,
    );
    return (body as { violatedPolicies: unknown[] }).violatedPolicies.length;
  };
  expect(await violated('C1,C9')).toBe(0);
  expect(await violated('C2')).toBe(1);
  expect(await violated('C9,C12')).toBe(1);
  expect(await send('GET', '/marketingActions/core/exportToThirdParty/constraints')).toMatchObject({
    status: 400,
  });
  expect(await send('GET', '/marketingActions/core/cooking/constraints?duleLabels=C1')).toMatchObject({
    status: 404,
  });
});

test('policies of the organization hold once they are enabled, and drafts when asked', async () => {
  await enable();
  const action = { name: 'training', description: 'Train a model' };
  expect(await send('PUT', '/marketingActions/custom/training', action)).toMatchObject({ status: 201 });
  const made = await send('POST', '/policies/custom', {
    name: 'No identifiable training data',
    marketingActionRefs: [
      'https://platform.adobe.io/data/foundation/dulepolicy/marketingActions/custom/training',
    ],
    deny: {
      operator: 'AND',
      operands: [{ label: 'I1' }, { operator: 'OR', operands: [{ label: 'C9' }, { label: 'RHD' }] }],
    },
  });
  expect(made).toMatchObject({ status: 201, body: { status: 'DRAFT' } });
  const { id } = made.body as { id: string };
  const violated = async (labels: string, draft = false) => {
    const path = `/marketingActions/custom/training/constraints?duleLabels=${labels}&includeDraft=${draft}`;
    return ((await send('GET', path)).body as { violatedPolicies: unknown[] }).violatedPolicies.length;
  };
  expect(await violated('I1,C9')).toBe(0);
  expect(await violated('I1,C9', true)).toBe(1);
  const patch = [{ op: 'replace', path: '/status', value: 'ENABLED' }];
  expect(await send('PATCH', `/policies/custom/${id}`, patch)).toMatchObject({ status: 200 });
  expect(await violated('I1,C9')).toBe(1);
  expect(await violated('C9')).toBe(0);
  expect(await violated('I1,RHD')).toBe(1);
  expect(await send('DELETE', `/policies/custom/${id}`)).toMatchObject({ status: 200 });
  expect(await violated('I1,C9')).toBe(0);
});

test('a policy that denies nothing is refused', async () => {
  const policy = { name: 'X', marketingActionRefs: ['core/analytics'] };
  for (const deny of [
    undefined,
    {},
    { operator: 'XOR', operands: [{ label: 'C1' }] },
    { operator: 'OR', operands: [] },
  ]) {
    expect(await send('POST', '/policies/custom', { ...policy, deny })).toMatchObject({ status: 400 });
  }
});

test('an unknown data set or kind of entity', async () => {
  const path = '/marketingActions/core/dataScience/constraints';
  const unknown = [{ entityType: 'dataSet', entityId: 'nothing' }];
  expect(await send('POST', path, unknown)).toMatchObject({ status: 404 });
  const group = [{ entityType: 'mergePolicy', entityId: 'x' }];
  expect(await send('POST', path, group)).toMatchObject({ status: 501 });
});

test('core policies are enabled by a plain list too, and several questions are asked at once', async () => {
  expect(await send('PUT', '/enabledCorePolicies', ['corepolicy_0004'])).toMatchObject({
    status: 200,
    body: { policyIds: ['corepolicy_0004'] },
  });
  const at = 'https://platform.adobe.io/data/foundation/dulepolicy/marketingActions';
  const answers = await send('POST', '/bulk-eval', [
    { evalRef: `${at}/core/dataScience/constraints`, includeDraft: false, labels: ['C9'] },
    { evalRef: `${at}/core/dataScience/constraints`, entityList: [await profiles()] },
    { evalRef: `${at}/core/nothing/constraints`, labels: ['C9'] },
    { evalRef: 'nowhere', labels: ['C9'] },
  ]);
  expect(answers).toMatchObject({
    status: 207,
    body: [
      { status: 200, body: { violatedPolicies: [{ id: 'corepolicy_0004' }] } },
      { status: 200, body: { discoveredLabels: [{ entityType: 'dataSet' }] } },
      { status: 404 },
      { status: 400 },
    ],
  });
  await enable();
});
