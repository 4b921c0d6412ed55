import * as vscode from 'vscode';

/** Opens an untitled feature SQL document with the cursor where `$0` stands in the text. */
export async function openDocument(
  marked: string,
): Promise<{ readonly document: vscode.TextDocument; readonly cursor: vscode.Position }> {
  const offset = marked.indexOf('$0');
  const content = marked.replace('$0', '');
  const document = await vscode.workspace.openTextDocument({ language: 'feature-sql', content });
  await vscode.window.showTextDocument(document);
  return { document, cursor: document.positionAt(Math.max(offset, 0)) };
}

/** Asks until the answer is there; the error names what was waited for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
