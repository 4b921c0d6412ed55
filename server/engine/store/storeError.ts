import { tmpdir } from 'node:os';
import { firstLine, QueryError } from '../queryProblem';

/** Says that results cannot be held, which is mostly for want of space. */
export function storeError(error: unknown): QueryError {
  return new QueryError({
    message: `Results could not be held in the temporary folder ${tmpdir()}: ${firstLine(error)}`,
    hint: 'See that the folder can be written to and that its disk has space; TMPDIR names another one',
  });
}
