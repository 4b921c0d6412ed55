import * as vscode from 'vscode';
import { PlainError } from '../base/errors';
import { formatCount } from '../base/formatCount';
import { exportToFile } from '../export/exporter';
import { findRun } from '../query/runList';
import type { Command } from './services';

/** Writes the whole result in front, or the one named, to a file: `(runId?, target?)`. */
export const exportResult: Command = async ({ runs, engine, connections }, runId, target) => {
  const run = findRun(runs.list, typeof runId === 'string' ? runId : runs.list.active);
  if (!run) throw new PlainError('There is no result to export. Run a statement first.');
  const { state } = run;
  if (state.status === 'running')
    throw new PlainError('The query is still running. Export its result when it is done.');
  if (state.status !== 'done' || !state.columns) throw new PlainError(`${run.title} gave no rows to export.`);
  if (run.rowsLost)
    throw new PlainError('The rows of this result are gone. Run the statement again, then export.');
  if (state.restGivenUp && !(await mayRunAgain(state.fetched))) return;
  await exportToFile(engine, {
    title: run.title,
    source: async () =>
      state.restGivenUp
        ? { kind: 'query', connection: await connections.resolve(), sql: run.sql }
        : { kind: 'run', runId: run.runId },
    target: target instanceof vscode.Uri ? target : undefined,
  });
};

async function mayRunAgain(fetched: number): Promise<boolean> {
  const runAgain = 'Run Again and Export';
  const chosen = await vscode.window.showInformationMessage(
    `Only the first ${formatCount(fetched, 'row')} of this result are here; the rest was given up. Run the statement again for the file?`,
    runAgain,
  );
  return chosen === runAgain;
}
