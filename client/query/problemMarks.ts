import * as vscode from 'vscode';
import { toPosition } from '../base/ranges';
import { problemPlace } from './problemPlace';
import type { QueryRun } from './queryRun';
import type { RunList } from './runList';
import type { RunsChanged, RunStore } from './runStore';

/**
 * Puts what the server said about a failed statement under the place it named. The mark goes when the statement is
 * edited, run again, or its result is closed.
 */
export class ProblemMarks implements vscode.Disposable {
  private readonly marks = vscode.languages.createDiagnosticCollection('feature-sql query');
  private readonly subscription: { dispose(): void };

  constructor(runs: RunStore) {
    this.subscription = runs.onDidChange((change) => this.update(change));
  }

  private update({ list, previous }: RunsChanged): void {
    for (const uri of new Set([...documentsOf(previous), ...documentsOf(list)])) {
      const failed = list.runs.filter((run) => run.origin?.uri === uri && run.state.status === 'failed');
      const place = vscode.Uri.parse(uri);
      const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
      this.marks.set(place, document ? failed.flatMap((run) => markOf(run, document)) : []);
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.marks.dispose();
  }
}

function documentsOf(list: RunList): readonly string[] {
  return list.runs.flatMap((run) => (run.state.status === 'failed' && run.origin ? [run.origin.uri] : []));
}

function markOf(run: QueryRun, document: vscode.TextDocument): vscode.Diagnostic[] {
  const place = problemPlace(run);
  if (run.state.status !== 'failed' || !place) return [];
  const { message, hint, sqlState } = run.state.problem;
  const mark = new vscode.Diagnostic(
    wordAt(document, toPosition(place)),
    hint ? `${message}\n${hint}` : message,
    vscode.DiagnosticSeverity.Error,
  );
  mark.source = run.connectionName;
  if (sqlState) mark.code = sqlState;
  return [mark];
}

/** The word at a place, or the one character there, so that there is something to underline. */
function wordAt(document: vscode.TextDocument, position: vscode.Position): vscode.Range {
  return document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position.translate(0, 1));
}
