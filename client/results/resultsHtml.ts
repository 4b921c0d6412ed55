import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where a page is: its background is that of its place. */
export type PagePlace = 'panel' | 'beside';

/** The page around the bundle of media/results: only its own script and styles may load. */
export function resultsHtml(webview: vscode.Webview, extension: vscode.Uri, place: PagePlace): string {
  const nonce = randomBytes(16).toString('base64url');
  const asset = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <link rel="stylesheet" nonce="${nonce}" href="${asset('results.css')}">
  <title>Results</title>
</head>
<body data-style-nonce="${nonce}" data-place="${place}">
  <div id="page"></div>
  <script nonce="${nonce}" src="${asset('results.js')}"></script>
</body>
</html>`;
}

/** What a results page may load from disk. */
export function resultsWebviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}
