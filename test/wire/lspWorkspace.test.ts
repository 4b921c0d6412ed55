import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  InlayHint,
  Location,
  PublishDiagnosticsParams,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { languageClients, type TestClient } from '../support/languageClient';
import { shopSnapshot } from '../support/shopCatalog';

const start = languageClients();
let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'feature-sql-workspace-')));
  await mkdir(join(folder, '.feature-sql'));
  await mkdir(join(folder, 'features'));
  await writeFile(join(folder, '.feature-sql', 'catalog.json'), shopSnapshot);
});
afterEach(() => rm(folder, { recursive: true }));

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const isClean = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.length === 0;

const maker = 'CREATE TABLE visits AS SELECT city AS town, count(*) AS n FROM stores GROUP BY city';
const pulls = { textDocument: { diagnostic: {} } };

/** Opens a file and waits until the files of the folder are read. */
async function openKnown(client: TestClient, name: string, marked: string) {
  const opened = client.open(marked, uriOf(name));
  await client.request('workspace/symbol', { query: 'anything' });
  await client.published(opened.uri, isClean);
  return { textDocument: { uri: opened.uri }, position: opened.position };
}

describe('names of other files', () => {
  test('are known when the files are read, and follow them', async () => {
    await write('features/visits.fsql', maker);
    const client = await start({ folder });
    const { textDocument } = await openKnown(client, 'report.fsql', 'SELECT town FROM visits');
    client.open('CREATE TABLE visits AS SELECT 1 AS m', uriOf('features/visits.fsql'));
    const { diagnostics } = await client.published(textDocument.uri, (found) => !isClean(found));
    expect(diagnostics[0]?.message).toBe('Unknown column town');
    await client.notify('textDocument/didClose', { textDocument: { uri: uriOf('features/visits.fsql') } });
    await client.published(textDocument.uri, isClean);
  });

  test('are known until their file is deleted', async () => {
    await write('features/visits.fsql', maker);
    const client = await start({ folder });
    const { textDocument } = await openKnown(client, 'report.fsql', 'SELECT town FROM visits');
    await rm(join(folder, 'features/visits.fsql'));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('features/visits.fsql'), type: 3 }],
    });
    const { diagnostics } = await client.published(textDocument.uri, (found) => !isClean(found));
    expect(diagnostics[0]?.message).toContain('Unknown table visits');
  });

  test('come and go with folders', async () => {
    const client = await start({ folder });
    const { textDocument } = await openKnown(client, 'report.fsql', 'SELECT city FROM stores');
    const tell = (type: number) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('features'), type }] });
    const edit = [{ text: 'SELECT town FROM visits' }];
    await client.notify('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: edit,
    });
    await client.published(textDocument.uri, (found) => found.version === 2 && !isClean(found));
    await write('features/visits.fsql', maker);
    await tell(1);
    await client.published(textDocument.uri, (found) => found.version === 2 && isClean(found));
    await rm(join(folder, 'features'), { recursive: true });
    await tell(3);
    await client.published(textDocument.uri, (found) => found.version === 2 && !isClean(found));
  });

  test('definition, references and symbols', async () => {
    await write('features/visits.fsql', maker);
    const client = await start({ folder });
    const at = await openKnown(client, 'report.fsql', 'SELECT $0town FROM visits');
    const place = { start: { line: 0, character: 38 }, end: { line: 0, character: 42 } };
    const made = { uri: uriOf('features/visits.fsql'), range: place };
    expect(await client.request<Location>('textDocument/definition', at)).toEqual(made);
    const context = { includeDeclaration: true };
    const found = await client.request<Location[]>('textDocument/references', { ...at, context });
    expect(found.map(({ uri }) => uri)).toEqual([uriOf('report.fsql'), uriOf('features/visits.fsql')]);
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'town' });
    expect(symbols).toEqual([{ name: 'town', kind: 8, containerName: 'visits', location: made }]);
  });

  test('a table of the catalog is defined in its file', async () => {
    const client = await start({ folder });
    const at = await openKnown(client, 'report.fsql', 'SELECT * FROM sto$0res');
    const { uri, range } = await client.request<Location>('textDocument/definition', at);
    expect(uri).toBe(uriOf('.feature-sql/catalog.json'));
    expect(shopSnapshot.slice(range.start.character, range.end.character)).toBe('stores');
  });
});

describe('rename', () => {
  test('changes the files that read the name', async () => {
    await write('features/visits.fsql', maker);
    const client = await start({ folder });
    const at = await openKnown(client, 'report.fsql', 'SELECT $0town FROM visits');
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at,
      newName: 'place',
    });
    expect(changes).toEqual({
      [uriOf('report.fsql')]: [expect.objectContaining({ newText: 'place' })],
      [uriOf('features/visits.fsql')]: [expect.objectContaining({ newText: 'place' })],
    });
  });

  test('tells what it changes in other files apart, where the client can', async () => {
    await write('features/visits.fsql', maker);
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    const client = await start({ folder, capabilities: { workspace: { workspaceEdit } } });
    const at = await openKnown(client, 'report.fsql', 'SELECT $0town FROM visits');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'place' });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: uriOf('report.fsql'), version: 1 }, edits: [{ newText: 'place' }] },
      {
        textDocument: { uri: uriOf('features/visits.fsql'), version: null },
        edits: [{ newText: 'place', annotationId: 'otherFiles' }],
      },
    ]);
    expect(edit.changeAnnotations).toEqual({
      otherFiles: { label: 'In other files', needsConfirmation: false },
    });
  });

  test('says why it does not', async () => {
    const client = await start({ folder });
    const at = await openKnown(client, 'report.fsql', 'CREATE TABLE visi$0ts AS SELECT 1 AS n');
    const refused = client.request('textDocument/rename', { ...at, newName: 'stores' });
    await expect(refused).rejects.toThrow('There is another stores already');
    expect(client.log).toEqual([]);
  });
});

describe('workspace diagnostics', () => {
  const ask = (client: TestClient, previousResultIds: readonly unknown[] = []) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const idsOf = ({ items }: WorkspaceDiagnosticReport) =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  const summary = ({ items }: WorkspaceDiagnosticReport) =>
    items.map((item) => {
      const messages = item.kind === 'full' ? item.items.map(({ message }) => message) : ['unchanged'];
      return `${item.uri.slice(uriOf('').length + 1)}: ${messages.join(', ')}`;
    });

  test('of all files, then only of those that may be other now', async () => {
    await write('a.fsql', 'SELECT town FROM visits');
    await write('b.fsql', maker);
    await write('c.fsql', 'SELECT nope FROM stores');
    const client = await start({ folder, capabilities: pulls });
    const first = await ask(client);
    expect(summary(first).sort()).toEqual(['a.fsql: ', 'b.fsql: ', 'c.fsql: Unknown column nope']);
    const again = await ask(client, idsOf(first));
    expect(summary(again).sort()).toEqual(['a.fsql: unchanged', 'b.fsql: unchanged', 'c.fsql: unchanged']);
    client.open('CREATE TABLE visits AS SELECT 1 AS n', uriOf('b.fsql'));
    const changed = await ask(client, idsOf(first));
    expect(summary(changed).sort()).toEqual(['a.fsql: Unknown column town', 'b.fsql: ', 'c.fsql: unchanged']);
  });

  test('of a file that is gone are none', async () => {
    const client = await start({ folder, capabilities: pulls });
    const known = [{ uri: uriOf('gone.fsql'), value: 'x' }];
    expect(summary(await ask(client, known))).toEqual(['gone.fsql: ']);
  });
});

test('inlay hints, for the part that is seen, when the settings ask for them', async () => {
  const client = await start({ folder });
  const { textDocument } = await openKnown(
    client,
    'a.fsql',
    'SELECT city FROM stores GROUP BY 1;\nSELECT 1 AS a',
  );
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 35 } };
  const ask = () => client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
  expect(await ask()).toEqual([]);
  const inlayHints = { outputTypes: true, groupByTargets: true };
  await client.notify('workspace/didChangeConfiguration', { settings: { featureSql: { inlayHints } } });
  expect(await ask()).toEqual([
    { position: { line: 0, character: 11 }, label: ': string', kind: 1, paddingLeft: false },
    { position: { line: 0, character: 34 }, label: 'city', paddingLeft: true },
  ]);
});

test('code actions of the kinds that are asked for', async () => {
  const client = await start({ folder });
  const { textDocument } = await openKnown(client, 'a.fsql', 'CREATE TABLE t AS SELECT 1 AS one, 2 AS two');
  const { codeActionProvider } = client.initialized.capabilities;
  expect(codeActionProvider).toMatchObject({
    codeActionKinds: expect.arrayContaining([
      'quickfix',
      'refactor.extract',
      'source.fixAll.featureSql',
    ]) as unknown,
  });
  client.open('CREATE TABLE u AS SELECT count(*) FROM stores', uriOf('b.fsql'));
  const start0 = { line: 0, character: 0 };
  const ask = (uri: string, only: readonly string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: start0, end: start0 },
      context: { diagnostics: [], only },
    });
  expect(await ask(textDocument.uri, ['source.fixAll'])).toEqual([]);
  const [fixed] = await ask(uriOf('b.fsql'), ['source.fixAll']);
  expect(fixed).toMatchObject({
    kind: 'source.fixAll.featureSql',
    edit: { changes: { [uriOf('b.fsql')]: [{ newText: ' AS count' }] } },
  });
});
