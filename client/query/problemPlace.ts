import type { TextPosition } from '../../server/protocol/language';
import type { QueryRun } from './queryRun';
import { placeOf } from './statementText';

/** Where in its document a run failed, zero-based; undefined when that is not known. */
export function problemPlace(run: QueryRun): TextPosition | undefined {
  if (run.state.status !== 'failed' || run.state.problem.offset === undefined) return undefined;
  return run.origin?.range && placeOf(run.sql, run.state.problem.offset, run.origin.range.start);
}
