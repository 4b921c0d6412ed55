import { expect, test } from 'vitest';
import type { DocumentDiagnosticReport, SemanticTokens } from 'vscode-languageserver';
import { languageClients } from '../support/languageClient';

const start = languageClients();
const cell = 'vscode-notebook-cell:/project/features.ipynb#W0sZmlsZQ%3D%3D';
const pulls = { textDocument: { diagnostic: {} } };

test('a notebook cell has its diagnostics published, as clients do not ask for them', async () => {
  const client = await start({ capabilities: pulls });
  client.open('SELECT a FROM;', cell);
  const { diagnostics } = await client.published(cell, (each) => each.diagnostics.length > 0);
  expect(diagnostics.map(({ code }) => code)).toEqual(['syntax']);
});

test('they go when the cell is closed', async () => {
  const client = await start({ capabilities: pulls });
  client.open('SELECT a FROM;', cell);
  await client.published(cell, (each) => each.diagnostics.length > 0);
  await client.notify('textDocument/didClose', { textDocument: { uri: cell } });
  await client.published(cell, (each) => each.diagnostics.length === 0);
});

test('a notebook cell answers as a file does', async () => {
  const client = await start({ capabilities: pulls });
  const { uri } = client.open('SELECT a FROM;\nSELECT b FROM t', cell);
  const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  expect(tokens.data.length).toBeGreaterThan(0);
  const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(report.kind).toBe('full');
});
