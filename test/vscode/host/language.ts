import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openDocument, until } from './document';
import { hostTest } from './suite';

hostTest('completion knows the tables of the sandbox', async () => {
  const { document, cursor } = await openDocument('SELECT * FROM ecom$0');
  const labels = await until('ecommerce_events among the completions', async () => {
    const found = await completions(document, cursor);
    return found.includes('ecommerce_events') ? found : undefined;
  });
  assert.ok(labels.length > 0);
});

hostTest('completion walks nested structs', async () => {
  const { document, cursor } = await openDocument('SELECT _acme.$0 FROM ecommerce_events');
  assert.ok((await completions(document, cursor)).includes('user_id'));
});

hostTest('a column that the table lacks is reported where it stands', async () => {
  const { document } = await openDocument('SELECT no_such_column FROM ecommerce_events');
  const [found] = await until('a diagnostic', () => {
    const all = vscode.languages.getDiagnostics(document.uri);
    return all.length > 0 ? all : undefined;
  });
  assert.equal(found?.source, 'feature-sql');
  assert.equal(codeOf(found), 'unknown-column');
  assert.equal(document.getText(found.range), 'no_such_column');
});

hostTest('hover tells the type of a column', async () => {
  const { document, cursor } = await openDocument('SELECT time$0stamp FROM ecommerce_events');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    cursor,
  );
  const text = hovers.flatMap((hover) =>
    hover.contents.map((content) => (content as vscode.MarkdownString).value),
  );
  assert.match(text.join('\n'), /timestamp/);
});

async function completions(document: vscode.TextDocument, cursor: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    cursor,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
