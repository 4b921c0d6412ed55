import type { TextPosition } from '../../server/protocol/language';
import type { QueryRun } from './queryRun';
import { placeOf } from './statementText';

/**
 * Where in its document a run failed: the place that the server named, else the beginning of the statement.
 * Undefined when the document no longer holds the statement as it was sent.
 */
export function problemPlace(run: QueryRun): TextPosition | undefined {
  if (run.state.status !== 'failed') return undefined;
  return run.origin?.range && placeOf(run.sql, run.state.problem.offset ?? 0, run.origin.range.start);
}
