import type { Context } from 'hono';
import { membersQuery } from '../../segment/evaluateSegment';
import { fieldsOf, parsePql } from '../../segment/parsePql';
import { PqlProblem } from '../../segment/pqlProblem';
import { listDatasets } from '../../store/datasets';
import { fieldsHiddenFrom, labelProblem } from '../access/checkLabels';
import { badRequest } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** Refuses a rule that cannot be evaluated, or asks for what is hidden; `field` of the request has it. */
export async function checkRule(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  rule: string,
  field: string,
): Promise<void> {
  try {
    await sandbox.services.database.use((connection) => membersQuery(connection, rule));
    await checkHidden(c, sandbox, rule);
  } catch (error) {
    if (error instanceof PqlProblem) throw badRequest(`${field}: ${error.message}`);
    throw error;
  }
}

/** Who is in an audience tells the values of the fields of its rule. */
async function checkHidden(c: Context<RestEnvironment>, sandbox: RestSandbox, rule: string): Promise<void> {
  if (c.get('access').isAdministrator) return;
  const asked = fieldsOf(parsePql(rule)).map(({ path }) => `/${path.join('/')}`.toLowerCase());
  const datasets = await sandbox.services.database.use(listDatasets);
  for (const dataset of datasets.filter(({ profileEnabled }) => profileEnabled)) {
    for (const { path, labels } of await fieldsHiddenFrom(c, sandbox, dataset)) {
      const hidden = path.toLowerCase();
      if (!asked.some((each) => each === hidden || each.startsWith(`${hidden}/`))) continue;
      const what = `The field ${path.slice(1).replaceAll('/', '.')}`;
      throw await labelProblem(sandbox.services, what, labels[0] ?? '');
    }
  }
}
