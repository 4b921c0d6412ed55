import * as vscode from 'vscode';
import { setting } from '../base/settings';
import type { PagePlace } from './resultsHtml';
import type { ResultsPage } from './resultsPage';

export const resultsViewId = 'featureSql.results';

/** Where results are shown: the view in the panel, or a tab beside the editor. Makes pages as they are needed. */
export class ResultsView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private panel: vscode.WebviewPanel | undefined;
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly makePage: (webview: vscode.Webview, place: PagePlace) => ResultsPage,
  ) {
    this.registration = vscode.window.registerWebviewViewProvider(resultsViewId, this);
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    const page = this.makePage(view.webview, 'panel');
    view.onDidDispose(() => {
      page.dispose();
      this.view = undefined;
    });
  }

  /** Brings the results into sight and leaves the cursor in the editor. */
  show(): void {
    if (setting('results.location') === 'beside') this.showBeside();
    else if (this.view) this.view.show(true);
    else void vscode.commands.executeCommand(`${resultsViewId}.focus`, { preserveFocus: true });
  }

  private showBeside(): void {
    if (this.panel) return this.panel.reveal(undefined, true);
    const panel = vscode.window.createWebviewPanel(resultsViewId, 'Results', {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'icons', 'feature-sql.png');
    const page = this.makePage(panel.webview, 'beside');
    panel.onDidDispose(() => {
      page.dispose();
      this.panel = undefined;
    });
    this.panel = panel;
  }

  dispose(): void {
    this.panel?.dispose();
    this.registration.dispose();
  }
}
