import type { Context } from 'hono';
import type { z } from 'zod';
import { bulkEvaluated, bulkEvaluation as bulkAnswer } from '../../../platform/marketingActions';
import { answer } from '../answer';
import { badRequest, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { knownAction } from './constraintRoutes';
import { evaluate } from './evaluate';

type Question = z.output<typeof bulkEvaluated>[number];
type Answer = z.input<typeof bulkAnswer>[number];

/** Several evaluations in one request; each has a status of its own. */
export async function bulkEvaluation(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<Response> {
  const questions = await readJson(c, bulkEvaluated);
  const { clientId } = c.get('client');
  const answers = await Promise.all(questions.map((question) => answered(sandbox, question, clientId)));
  return answer(c, bulkAnswer, answers, 207);
}

async function answered(sandbox: RestSandbox, question: Question, clientId: string): Promise<Answer> {
  const { evalRef, includeDraft = false, labels = [], entityList: entities = [] } = question;
  try {
    const action = await actionOf(sandbox, evalRef);
    const body = await evaluate(sandbox, { ...action, clientId, includeDraft, labels, entities });
    return { status: 200, evalRef, body };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, title, detail } = error;
    return { status, evalRef, body: { title, status, detail } };
  }
}

async function actionOf(sandbox: RestSandbox, evalRef: string) {
  const found = /\/marketingActions\/(core|custom)\/([^/?]+)\/constraints/.exec(evalRef);
  if (!found) throw badRequest('evalRef must end with /marketingActions/core/{name}/constraints');
  const [, kind, name = ''] = found;
  return await knownAction(sandbox, kind === 'core' ? 'core' : 'custom', decodeURIComponent(name));
}
