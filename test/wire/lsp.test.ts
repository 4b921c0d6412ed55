import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver';
import type { QueryLineage, RestrictedColumns, StatementInfo } from '../../server/protocol/language';
import { languageClients } from '../support/languageClient';
import { shopSnapshot } from '../support/shopCatalog';

const start = languageClients();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feature-sql-workspace-'));
  await mkdir(join(folder, '.feature-sql'));
});
afterEach(() => rm(folder, { recursive: true }));

const catalogFile = () => join(folder, '.feature-sql', 'catalog.json');
const withCatalog = () => writeFile(catalogFile(), shopSnapshot);

describe('features', () => {
  test('completion with details when an item is looked at', async () => {
    await withCatalog();
    const client = await start({ folder });
    const { uri, position } = client.open('SELECT web.webPageDetails.na$0 FROM web_events');
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    const [name] = list.items;
    expect(name).toMatchObject({
      label: 'name',
      detail: 'string',
      textEdit: {
        newText: 'name',
        range: { start: { line: 0, character: 26 }, end: { line: 0, character: 28 } },
      },
    });
    const resolved = await client.request<CompletionItem>('completionItem/resolve', name);
    expect(resolved.documentation).toEqual({ kind: 'markdown', value: '**Page name**' });
  });

  test('the lineage of the query at the cursor, with the labels that the policy forbids', async () => {
    await withCatalog();
    const client = await start({ folder });
    const { uri, position } = client.open(
      'CREATE TABLE m AS SELECT _acme.email AS mail FROM web_events;\nSELECT $0upper(mail) AS loud FROM m',
    );
    const found = await client.request<QueryLineage>('featureSql/lineage', { uri, position });
    const read = { uri, range: { start: { line: 0, character: 25 }, end: { line: 0, character: 44 } } };
    expect(found).toMatchObject({
      ...{ kind: 'query', target: null, rows: [], complete: true },
      columns: [
        {
          name: 'loud',
          range: { start: { line: 1, character: 7 }, end: { line: 1, character: 26 } },
          sources: [
            {
              table: 'web_events',
              path: '_acme.email',
              how: ['transform'],
              labels: ['C9', 'I1'],
              place: read,
            },
          ],
          labels: [
            { name: 'C9', meaning: 'not for data science', restricted: true },
            { name: 'I1', meaning: 'identifies a person', restricted: false },
          ],
        },
      ],
    });
    const before = '-- feature-sql: declassify n C9: a number tells nothing\n';
    for (const [sql, columns] of [
      ['SELECT mail FROM m', ['mail']],
      ['SELECT count(_acme.email) AS n FROM web_events', []],
    ] as const) {
      const made = 'CREATE TABLE m AS SELECT _acme.email AS mail FROM web_events;\n';
      const carried = await client.request<RestrictedColumns[]>('featureSql/restrictedColumns', {
        ...{ uri, sql },
        before: `${made}${before}`,
      });
      expect(carried.flatMap((each) => each.columns)).toEqual(columns);
    }
    const nothing = client.open('$0', 'untitled:empty');
    expect(await client.request('featureSql/lineage', nothing)).toBeNull();
  });

  test('snippets go to clients that have them', async () => {
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
    for (const [options, newText] of [
      [{ capabilities }, 'date_add(${1:d}, ${2:days})$0'],
      [{}, 'date_add()'],
    ] as const) {
      const client = await start(options);
      const { uri, position } = client.open('SELECT date_ad$0');
      const { items } = await client.request<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      expect(items.find(({ label }) => label === 'date_add')?.textEdit).toMatchObject({ newText });
    }
  });

  test('what proposals have in common is said once to clients that take it so', async () => {
    const completionList = { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] };
    const completionItem = { snippetSupport: true };
    const capabilities = { textDocument: { completion: { completionItem, completionList } } };
    const client = await start({ capabilities });
    const { uri, position } = client.open('SELECT date_ad$0');
    const { itemDefaults, items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    const range = { start: { line: 0, character: 7 }, end: { line: 0, character: 14 } };
    expect(itemDefaults).toEqual({ editRange: range, insertTextFormat: 1 });
    const found = items.find(({ label }) => label === 'date_add');
    expect(found).toMatchObject({
      insertTextFormat: 2,
      textEditText: 'date_add(${1:d}, ${2:days})$0',
    });
    expect(found).not.toHaveProperty('textEdit');
  });

  test('hover, definition, references, rename, signature help', async () => {
    await withCatalog();
    const client = await start({ folder });
    const { uri, position } = client.open(
      'WITH a AS (SELECT upper(city) AS town FROM stores)\nSELECT $0town FROM a',
    );
    const at = { textDocument: { uri }, position };
    const hover = await client.request<Hover>('textDocument/hover', at);
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('town: string') as string });
    const place = { start: { line: 0, character: 33 }, end: { line: 0, character: 37 } };
    expect(await client.request<Location>('textDocument/definition', at)).toEqual({ uri, range: place });
    const context = { includeDeclaration: true };
    expect(await client.request<Location[]>('textDocument/references', { ...at, context })).toHaveLength(2);
    expect(await client.request('textDocument/prepareRename', at)).toMatchObject({ placeholder: 'town' });
    const renamed = await client.request('textDocument/rename', { ...at, newName: 'place' });
    expect(renamed).toMatchObject({ changes: { [uri]: [{ newText: 'place' }, { newText: 'place' }] } });
    const help = await client.request('textDocument/signatureHelp', {
      textDocument: { uri },
      position: { line: 0, character: 24 },
    });
    expect(help).toMatchObject({ signatures: [{ label: 'upper(s: string) -> string' }], activeParameter: 0 });
  });

  test('statements, and the lenses over them', async () => {
    const client = await start();
    const { uri, position } = client.open('SELECT 1;\n\nCREATE TABLE t AS SEL$0ECT 1 AS a;');
    const statement = await client.request<StatementInfo>('featureSql/statementAt', { uri, position });
    expect(statement).toMatchObject({ sql: 'CREATE TABLE t AS SELECT 1 AS a', returnsRows: false });
    expect(await client.request<StatementInfo[]>('featureSql/statements', { uri })).toHaveLength(2);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['Run', 'featureSql.runStatement'],
      ['Export', 'featureSql.exportQueryToFile'],
      ['Run', 'featureSql.runStatement'],
    ]);
    expect(lenses[2]?.command?.arguments).toEqual([uri, lenses[2]?.range]);
  });
});

describe('diagnostics', () => {
  test('are published, follow edits, and carry quick fixes', async () => {
    await withCatalog();
    const client = await start({ folder });
    const { uri } = client.open('SELECT citty FROM stores');
    const { diagnostics } = await client.published(uri, (each) => each.diagnostics.length > 0);
    const range = { start: { line: 0, character: 7 }, end: { line: 0, character: 12 } };
    expect(diagnostics).toEqual([
      {
        range,
        severity: 1,
        source: 'feature-sql',
        code: 'unknown-column',
        message: 'Unknown column citty. Did you mean city?',
      },
    ]);
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    expect(action).toMatchObject({
      title: 'Change to city',
      kind: 'quickfix',
      edit: { changes: { [uri]: [{ range, newText: 'city' }] } },
    });
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: 'city' }],
    });
    const after = await client.published(uri, (each) => each.version === 2);
    expect(after.diagnostics).toEqual([]);
  });

  test('are given to a client that asks for them', async () => {
    await withCatalog();
    const client = await start({ folder, capabilities: { textDocument: { diagnostic: {} } } });
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    const { uri } = client.open('SELECT * FROM storess', pathToFileURL(join(folder, 'a.fsql')).href);
    const report = await client.request('textDocument/diagnostic', { textDocument: { uri } });
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'unknown-table' }] });
  });

  test('severities and policy come from the settings', async () => {
    await withCatalog();
    const client = await start({ folder });
    await client.notify('workspace/didChangeConfiguration', {
      settings: { featureSql: { diagnostics: { severity: { 'unknown-column': 'hint' } } } },
    });
    const { uri } = client.open('SELECT citty FROM stores');
    const { diagnostics } = await client.published(uri, (each) => each.diagnostics.length > 0);
    expect(diagnostics[0]?.severity).toBe(4);
  });
});

describe('catalogs', () => {
  const query = 'SELECT * FROM stor';

  test('the client may name the file', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, shopSnapshot);
    const client = await start({ initializationOptions: { catalogFile: file } });
    const { uri } = client.open(query);
    const { diagnostics } = await client.published(uri, (each) => each.diagnostics.length > 0);
    expect(diagnostics[0]?.message).toBe('Unknown table stor. Did you mean stores?');
  });

  test('a live catalog takes the place of the file, and null goes back to it', async () => {
    const client = await start({ folder });
    const { uri } = client.open(query);
    expect((await client.published(uri)).diagnostics).toEqual([]);
    await client.notify('featureSql/catalog', { snapshot: shopSnapshot });
    await client.published(uri, (each) => each.diagnostics.length === 1);
    await client.notify('featureSql/catalog', { snapshot: null });
    await client.published(uri, (each) => each.diagnostics.length === 0);
  });

  test('a changed file is read again when the client tells of it', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await start({ folder, capabilities });
    const { uri } = client.open(query);
    expect((await client.published(uri)).diagnostics).toEqual([]);
    await withCatalog();
    const changes = [{ uri: pathToFileURL(catalogFile()).href, type: 1 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await client.published(uri, (each) => each.diagnostics.length === 1);
  });

  test('an unreadable file is one diagnostic on that file, and the server works on without it', async () => {
    await writeFile(catalogFile(), '{"version": 1, "datasets": [{"table": 7}]}');
    const client = await start({ folder });
    const { uri, position } = client.open('SELECT upp$0 FROM anything');
    const { diagnostics } = await client.published(pathToFileURL(catalogFile()).href);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The field datasets[0].table of the catalog must be a text',
    ]);
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    expect(items[0]?.label).toBe('upper');
    expect((await client.published(uri)).diagnostics).toEqual([]);
  });
});

describe('failures', () => {
  test('wrong parameters of one request leave the others working', async () => {
    const client = await start();
    const { uri, position } = client.open('SELECT 1;$0');
    expect(await client.request('featureSql/statementAt', { nonsense: true })).toBeNull();
    expect(await client.request('featureSql/statementAt', { uri, position })).toMatchObject({
      sql: 'SELECT 1',
    });
    expect(client.log.filter((line) => line.includes('featureSql/statementAt failed'))).toHaveLength(1);
  });

  test('documents that are not open are answered empty', async () => {
    const client = await start();
    const at = { textDocument: { uri: 'file:///nowhere.fsql' }, position: { line: 0, character: 0 } };
    expect(await client.request('textDocument/hover', at)).toBeNull();
    expect(await client.request('textDocument/codeLens', at)).toEqual([]);
  });
});

describe('the layout of a document', () => {
  const text = 'select eventType,\n  count(*) as n\nfrom web_events -- all of them\ngroup by eventType;\n';

  test('formatting, also of a part, with the width of a level that the client asks for', async () => {
    const client = await start({ folder });
    const { uri } = client.open(`$0${text}`);
    const options = { tabSize: 4, insertSpaces: true };
    const [edit] = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri },
      options,
    });
    expect(edit?.newText).toContain('SELECT');
    expect(edit?.newText).toContain('-- all of them');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri },
      options,
      range,
    });
    expect(part).toEqual([edit]);
  });

  test('folding, growing selections, outline and semantic tokens', async () => {
    const client = await start({ folder });
    const { uri, position } = client.open(text.replace('count', 'co$0unt'));
    const textDocument = { uri };
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds).toContainEqual({ startLine: 0, endLine: 3 });
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    expect(selection?.range).toEqual({
      start: { line: 1, character: 2 },
      end: { line: 1, character: 7 },
    });
    const [symbol] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbol?.children?.map(({ name }) => name)).toEqual(['eventType', 'n']);
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    expect(data.slice(0, 5)).toEqual([0, 7, 9, 1, 0]);
  });
});
