import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { evaluatedEntity, policyEvaluation } from '../../../platform/marketingActions';
import { coreMarketingActions } from '../../policy/corePolicies';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { evaluate, type Evaluation } from './evaluate';
import { customAction } from './policyStore';

/** Whether a marketing action may be done. */
export function constraintRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const path = '/:kind{core|custom}/:action/constraints';
  return new Hono<RestEnvironment>({ strict: false })
    .get(path, async (c) => {
      const labels = c.req.query('duleLabels')?.split(',').filter(Boolean) ?? [];
      if (labels.length === 0) throw badRequest('duleLabels must name labels, as in C1,C9');
      const evaluation = { ...(await asked(c, sandbox)), labels, entities: [] };
      return answer(c, policyEvaluation, await evaluate(sandbox, evaluation));
    })
    .post(path, async (c) => {
      const entities = await readJson(c, z.array(evaluatedEntity).min(1));
      const evaluation = { ...(await asked(c, sandbox)), labels: [], entities };
      return answer(c, policyEvaluation, await evaluate(sandbox, evaluation));
    });
}

async function asked(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
): Promise<Omit<Evaluation, 'labels' | 'entities'>> {
  const { kind, action = '' } = c.req.param() as Record<string, string>;
  return {
    ...(await knownAction(sandbox, kind === 'core' ? 'core' : 'custom', action)),
    clientId: c.get('client').clientId,
    includeDraft: c.req.query('includeDraft')?.toLowerCase() === 'true',
  };
}

/** Refuses an action that there is not. */
export async function knownAction(
  { documents }: RestSandbox,
  kind: Evaluation['kind'],
  action: string,
): Promise<Pick<Evaluation, 'kind' | 'action'>> {
  const known =
    kind === 'core'
      ? coreMarketingActions.some(({ name }) => name === action)
      : (await documents.get(customAction, action)) !== undefined;
  if (!known) throw notFound('marketing action', action);
  return { kind, action };
}
