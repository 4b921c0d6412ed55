import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import {
  enabledCorePolicies,
  enabledCorePoliciesSent,
  newPolicy,
  policy,
  policyList,
} from '../../../platform/policies';
import { marketingAction } from '../../../platform/marketingActions';
import { usageLabel } from '../../../platform/usageLabels';
import { corePolicies, coreMarketingActions } from '../../policy/corePolicies';
import { coreLabels } from '../../policy/coreLabels';
import { answer } from '../answer';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { badRequest, invalid, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { bulkEvaluation } from './bulkEvaluation';
import { constraintRoutes } from './constraintRoutes';
import { namedRoutes } from './namedRoutes';
import { policyPageOf } from './policyPage';
import {
  customAction,
  customLabel,
  customPolicy,
  customView,
  enabledPolicies,
  listCorePolicies,
  listCustomPolicies,
  type StoredPolicy,
} from './policyStore';

/** The Policy Service: labels, marketing actions, policies, and what they say of data. */
export function policyServiceRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  const labels = { noun: 'label', schema: usageLabel, core: coreLabels, kind: customLabel };
  const actions = {
    noun: 'marketing action',
    schema: marketingAction,
    core: coreMarketingActions,
    kind: customAction,
  };
  return new Hono<RestEnvironment>({ strict: false })
    .route('/labels', namedRoutes(sandbox, labels))
    .route('/marketingActions', constraintRoutes(sandbox))
    .route('/marketingActions', namedRoutes(sandbox, actions))
    .get('/enabledCorePolicies', async (c) => {
      const enabled = await documents.get(enabledPolicies, 'core');
      return answer(c, enabledCorePolicies, enabled?.body ?? { policyIds: [] });
    })
    .put('/enabledCorePolicies', async (c) => {
      const { policyIds } = await readJson(c, enabledCorePoliciesSent);
      const unknown = policyIds.find((id) => !corePolicies.some((core) => core.id === id));
      if (unknown !== undefined) throw badRequest(`There is no core policy ${unknown}`);
      await documents.write(async (transaction) => {
        const changed = await transaction.update(enabledPolicies, 'core', () => ({ policyIds }));
        if (!changed) await transaction.insert(enabledPolicies, 'core', { policyIds });
      });
      return answer(c, enabledCorePolicies, { policyIds });
    })
    .get('/policies/core', async (c) =>
      answer(c, policyList, await policyPageOf(c, sandbox, await listCorePolicies(sandbox))),
    )
    .get('/policies/core/:id', async (c) => {
      const { id } = c.req.param();
      const found = (await listCorePolicies(sandbox)).find((each) => each.id === id);
      if (!found) throw notFound('policy', id);
      return answer(c, policy, found);
    })
    .post('/bulk-eval', (c) => bulkEvaluation(c, sandbox))
    .route('/policies/custom', customPolicyRoutes(sandbox));
}

function customPolicyRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  const change = async (c: Context, make: (before: StoredPolicy) => StoredPolicy): Promise<Response> => {
    const id = c.req.param('id') ?? '';
    const changed = await documents.update(customPolicy, id, ({ body }) => make(body));
    if (!changed) throw notFound('policy', id);
    return answer(c, policy, customView(sandbox, changed));
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) =>
      answer(c, policyList, await policyPageOf(c, sandbox, await listCustomPolicies(sandbox))),
    )
    .post('/', async (c) => {
      const body = await readJson(c, newPolicy);
      const id = randomBytes(12).toString('hex');
      const made = await documents.insert(customPolicy, id, { ...body, status: body.status ?? 'DRAFT' });
      return answer(c, policy, customView(sandbox, made), 201);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(customPolicy, id);
      if (!found) throw notFound('policy', id);
      return answer(c, policy, customView(sandbox, found));
    })
    .put('/:id', async (c) => {
      const body = await readJson(c, newPolicy);
      return await change(c, () => ({ ...body, status: body.status ?? 'DRAFT' }));
    })
    .patch('/:id', async (c) => {
      const patch = await readJson(c, jsonPatch);
      return await change(c, (before) => {
        const read = newPolicy.safeParse(applyJsonPatch(before, patch));
        if (!read.success) throw invalid(read.error);
        return { ...read.data, status: read.data.status ?? before.status };
      });
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await documents.remove(customPolicy, id))) throw notFound('policy', id);
      return c.body(null, 200);
    });
}
