import * as vscode from 'vscode';
import { PlainError } from '../base/errors';
import { formatDuration } from '../../server/protocol/formatDuration';
import type { Command } from './services';

/** The one query that runs, or the one that is chosen from several. */
export const cancelQuery: Command = async ({ runs, queries }) => {
  const running = runs.list.runs.filter((run) => run.state.status === 'running');
  if (running.length === 0) throw new PlainError('No query is running.');
  const chosen =
    running.length === 1
      ? { run: running[0] }
      : await vscode.window.showQuickPick(
          running.map((run) => ({
            label: run.title,
            description: `${formatDuration(Date.now() - run.startedAt)} on ${run.connectionName}`,
            detail: run.sql.replace(/\s+/g, ' ').slice(0, 120),
            run,
          })),
          { placeHolder: 'Choose the query to cancel' },
        );
  if (chosen?.run) await queries.cancel(chosen.run.runId);
};
