import { formatCount } from '../../server/protocol/formatCount';
import { formatDuration } from '../../server/protocol/formatDuration';
import { problemPlace } from '../query/problemPlace';
import type { QueryRun } from '../query/queryRun';
import type { ResultTab, TabState } from './messages';

/** A run in the words of the results page. `now` is in milliseconds since the epoch. */
export function resultTab(run: QueryRun, now: number): ResultTab {
  return {
    runId: run.runId,
    title: run.title,
    sql: run.sql,
    connection: run.connectionName,
    pinned: run.pinned,
    state: tabState(run, now),
  };
}

function tabState(run: QueryRun, now: number): TabState {
  const { state } = run;
  switch (state.status) {
    case 'running':
      return { status: 'running', elapsed: formatDuration(now - run.startedAt) };
    case 'done': {
      const { columns, fetched, complete, restGivenUp, commandTag, notices } = state;
      const rows = formatCount(fetched, 'row');
      return {
        status: 'done',
        ...(columns && { columns }),
        fetched,
        hasMore: !complete && !restGivenUp,
        rowCount: complete ? rows : `First ${rows}`,
        time: formatDuration(state.milliseconds),
        commandTag,
        notices: restGivenUp ? [...notices, restGivenUpNote] : notices,
        rowsLost: run.rowsLost,
      };
    }
    case 'failed': {
      const place = problemPlace(run);
      return {
        status: 'failed',
        problem: state.problem,
        ...(place && { place: { line: place.line + 1, column: place.character + 1 } }),
        time: formatDuration(state.milliseconds),
      };
    }
    case 'cancelled':
      return { status: 'cancelled', message: cancelMessage(run), time: formatDuration(state.milliseconds) };
  }
}

function cancelMessage(run: QueryRun): string {
  return run.state.status === 'cancelled' && run.state.confirmed
    ? 'The query was cancelled.'
    : 'The query was cancelled here, but the server did not confirm that it stopped. It may go on there; the query log of the server tells.';
}

const restGivenUpNote =
  'The rest of this result was given up, because its session was needed or lost. Run the statement again to read on.';
