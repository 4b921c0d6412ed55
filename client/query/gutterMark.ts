import * as vscode from 'vscode';
import type { QueryRun } from './queryRun';
import type { RunStore } from './runStore';
import { toRange } from '../base/ranges';

/** Marks in the gutter the statements that run. */
export class GutterMark implements vscode.Disposable {
  private readonly decoration: vscode.TextEditorDecorationType;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    extension: vscode.Uri,
    private readonly runs: RunStore,
  ) {
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extension, 'media', 'icons', `running-${theme}.svg`);
    this.decoration = vscode.window.createTextEditorDecorationType({
      light: { gutterIconPath: icon('light') },
      dark: { gutterIconPath: icon('dark') },
      gutterIconSize: 'contain',
      overviewRulerColor: new vscode.ThemeColor('progressBar.background'),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    });
    this.subscriptions = [
      this.decoration,
      runs.onDidChange(() => this.draw()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
    ];
  }

  private draw(): void {
    const running = this.runs.list.runs.filter((run) => run.state.status === 'running');
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.decoration, linesOf(editor, running));
    }
  }

  dispose(): void {
    for (const each of this.subscriptions) each.dispose();
  }
}

function linesOf(editor: vscode.TextEditor, runs: readonly QueryRun[]): vscode.Range[] {
  const uri = editor.document.uri.toString();
  return runs.flatMap(({ origin }) => {
    if (origin?.uri !== uri || !origin.range) return [];
    const { start } = toRange(origin.range);
    return [new vscode.Range(start, start)];
  });
}
