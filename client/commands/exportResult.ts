import * as vscode from 'vscode';
import type { ExportParams } from '../../server/protocol/engine';
import { CancelledError, PlainError } from '../base/errors';
import { formatCount } from '../../server/protocol/formatCount';
import { exportToFile } from '../export/exporter';
import { keepExportPolicy } from '../export/exportPolicy';
import type { QueryRun } from '../query/queryRun';
import { findRun } from '../query/runList';
import type { Command, Services } from './services';

/** Writes the whole result in front, or the one named, to a file: `(runId?, target?)`. */
export const exportResult: Command = async (services, runId, target) => {
  const { runs, engine, language } = services;
  const run = findRun(runs.list, typeof runId === 'string' ? runId : runs.list.active);
  if (!run) throw new PlainError('There is no result to export. Run a statement first.');
  refuseWithoutRows(run);
  await keepExportPolicy(language, run);
  await exportToFile(engine, {
    title: run.title,
    source: () => wholeResult(run, services),
    target: target instanceof vscode.Uri ? target : undefined,
  });
};

function refuseWithoutRows({ state, title, rowsLost }: QueryRun): void {
  if (state.status === 'running') {
    throw new PlainError('The query is still running. Export its result when it is done.');
  }
  if (state.status !== 'done' || !state.columns) throw new PlainError(`${title} gave no rows to export.`);
  if (rowsLost) {
    throw new PlainError('The rows of this result are gone. Run the statement again, then export.');
  }
}

/** The run itself, or its query once more when the rest of the rows was given up. */
async function wholeResult(
  { runId, sql, state }: QueryRun,
  { connections, parameters }: Services,
): Promise<ExportParams['source']> {
  if (state.status !== 'done' || !state.restGivenUp) return { kind: 'run', runId };
  const runAgain = 'Run Again and Export';
  const chosen = await vscode.window.showInformationMessage(
    `Only the first ${formatCount(state.fetched, 'row')} of this result are here; the rest was given up. Run the statement again for the file?`,
    runAgain,
  );
  if (chosen !== runAgain) throw new CancelledError();
  const filled = await parameters.fill(sql);
  return { kind: 'query', connection: await connections.resolve(), sql: filled.sql };
}
