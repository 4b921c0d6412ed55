import { membersQuery } from '../../segment/evaluateSegment';
import { PqlProblem } from '../../segment/pqlProblem';
import { badRequest } from '../problem';
import type { RestSandbox } from '../restSandbox';

/** Refuses a rule that cannot be evaluated; `field` is the one of the request that has it. */
export async function checkRule({ services }: RestSandbox, rule: string, field: string): Promise<void> {
  try {
    await services.database.use((connection) => membersQuery(connection, rule));
  } catch (error) {
    if (error instanceof PqlProblem) throw badRequest(`${field}: ${error.message}`);
    throw error;
  }
}
