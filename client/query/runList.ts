import { isDeepStrictEqual } from 'node:util';
import type { PageResult, RunState } from '../../server/protocol/engine';
import type { TextRange } from '../../server/protocol/language';
import type { QueryRun } from './queryRun';

/** The runs that the results panel shows, oldest first, and the one in front. */
export interface RunList {
  readonly runs: readonly QueryRun[];
  readonly active: string | undefined;
}

export const noRuns: RunList = { runs: [], active: undefined };

/** More finished results than this, not pinned, and the oldest is closed. */
const keptResults = 20;

/** Puts a new run in front. Earlier finished runs of the same document leave, unless pinned or of its batch. */
export function addRun(list: RunList, run: QueryRun): RunList {
  const stays = list.runs.filter(
    (each) =>
      each.pinned ||
      each.state.status === 'running' ||
      each.batch === run.batch ||
      each.origin?.uri !== run.origin?.uri,
  );
  const closable = stays.filter((each) => !each.pinned && each.state.status !== 'running');
  const oldest = new Set(closable.slice(0, Math.max(0, closable.length - keptResults + 1)));
  return { runs: [...stays.filter((each) => !oldest.has(each)), run], active: run.runId };
}

export function closeRun(list: RunList, runId: string): RunList {
  const index = list.runs.findIndex((run) => run.runId === runId);
  if (index < 0) return list;
  const runs = list.runs.filter((run) => run.runId !== runId);
  const neighbour = runs[Math.min(index, runs.length - 1)]?.runId;
  return { runs, active: list.active === runId ? neighbour : list.active };
}

export function activateRun(list: RunList, runId: string): RunList {
  return list.runs.some((run) => run.runId === runId) ? { ...list, active: runId } : list;
}

export function pinRun(list: RunList, runId: string, pinned: boolean): RunList {
  return replace(list, runId, (run) => ({ ...run, pinned }));
}

/** A run that has ended stays as it ended, whatever arrives late. */
export function changeState(list: RunList, state: RunState): RunList {
  return replace(list, state.runId, (run) => {
    if (run.state.status === 'running') return { ...run, state };
    return run.state.status === state.status ? { ...run, state } : run;
  });
}

/** More rows have been read from the cursor of a finished run, or it is known that no more will come. */
export function rowsFetched(
  list: RunList,
  runId: string,
  { fetched, complete, restGivenUp }: Omit<PageResult, 'start' | 'rows'>,
): RunList {
  const run = findRun(list, runId);
  if (run?.state.status !== 'done') return list;
  const state: RunState = { ...run.state, fetched, complete, ...(restGivenUp && { restGivenUp }) };
  if (isDeepStrictEqual(state, run.state)) return list;
  return replace(list, runId, (each) => ({ ...each, state }));
}

/** The engine has ended: what ran has failed, and rows that were not exported are gone. */
export function loseEngine(list: RunList, message: string, now: number): RunList {
  const runs = list.runs.map((run): QueryRun => {
    if (run.state.status !== 'running') return { ...run, rowsLost: true };
    const milliseconds = now - run.startedAt;
    const state: RunState = { status: 'failed', runId: run.runId, problem: { message }, milliseconds };
    return { ...run, rowsLost: true, state };
  });
  return { ...list, runs };
}

export function findRun(list: RunList, runId: string | undefined): QueryRun | undefined {
  return list.runs.find((run) => run.runId === runId);
}

export function runningIn(list: RunList, uri: string): QueryRun | undefined {
  return list.runs.find((run) => run.state.status === 'running' && run.origin?.uri === uri);
}

/** Follows an edit of a document; `move` gives undefined when the edit touched the statement. */
export function moveOrigins(
  list: RunList,
  uri: string,
  move: (range: TextRange) => TextRange | undefined,
): RunList {
  if (!list.runs.some((run) => run.origin?.uri === uri && run.origin.range)) return list;
  const runs = list.runs.map((run) =>
    run.origin?.uri === uri
      ? { ...run, origin: { uri, range: run.origin.range && move(run.origin.range) } }
      : run,
  );
  return { ...list, runs };
}

function replace(list: RunList, runId: string, change: (run: QueryRun) => QueryRun): RunList {
  return { ...list, runs: list.runs.map((run) => (run.runId === runId ? change(run) : run)) };
}
