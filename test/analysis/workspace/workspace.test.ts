import { describe, expect, test } from 'vitest';
import { printType } from '../../../server/catalog/typeText';
import { parse } from '../../../server/sql/parse';
import type { Workspace } from '../../../server/analysis/workspace/workspace';
import { closedFile, openFile } from '../../../server/analysis/workspace/workspaceFile';
import { analyzeWorkspace } from '../../support/analyzeWorkspace';

/** The columns that the last statement of a file gives, or of which kind the table is that it reads. */
function rowsOf(workspace: Workspace, path = '/a.fsql'): string {
  const model = workspace.file(path)?.statements.at(-1)?.model;
  const [table] = model?.tables.filter(({ use }) => use === 'read') ?? [];
  if (!model?.output || model.output.open) return table?.meaning.kind ?? 'nothing';
  return model.output.columns.map(({ name, type }) => `${name}: ${printType(type)}`).join(', ');
}

function checkRows(source: string, expected: string): void {
  expect(rowsOf(analyzeWorkspace(source).workspace)).toBe(expected);
}

describe('a name that another file makes', () => {
  test('a table, with its columns', () => {
    checkRows(
      '--- /a.fsql\nSELECT * FROM visits\n--- /b.fsql\nCREATE TABLE visits AS SELECT store_id, count(*) AS n FROM stores',
      'store_id: int, n: bigint',
    );
    checkRows(
      '--- /a.fsql\nSELECT n FROM db1.visits\n--- /b.fsql\nCREATE VIEW visits AS SELECT 1 AS n',
      'n: int',
    );
    checkRows(
      '--- /a.fsql\nSELECT * FROM v\n--- /b.fsql\n$$ BEGIN SET @x = SELECT 1; CREATE TABLE v AS SELECT @x AS x; END $$;',
      'x: int',
    );
  });

  test('by way of earlier statements of that file, and of a third file', () => {
    checkRows(
      [
        '--- /a.fsql\nSELECT * FROM total',
        '--- /b.fsql\nCREATE TEMP TABLE part AS SELECT a + 1 AS b FROM base;\nCREATE TABLE total AS SELECT b FROM part;',
        '--- /c.fsql\nCREATE TABLE base AS SELECT 1 AS a',
      ].join('\n'),
      'b: int',
    );
  });

  test('after the statements before and the catalog', () => {
    const other =
      '--- /b.fsql\nCREATE TABLE visits AS SELECT 1 AS b;\nCREATE TABLE open_stores AS SELECT 1 AS b';
    checkRows(`--- /a.fsql\nCREATE TABLE visits AS SELECT 1 AS a; SELECT * FROM visits\n${other}`, 'a: int');
    checkRows(`--- /a.fsql\nSELECT * FROM open_stores\n${other}`, 'store_id: int, city: string');
    checkRows(`--- /a.fsql\nSELECT * FROM visits;\n${other}`, 'b: int');
  });

  test('as the last statement leaves it', () => {
    checkRows(
      '--- /a.fsql\nSELECT * FROM t\n--- /b.fsql\nCREATE TABLE t AS SELECT 1 AS x;\nDROP TABLE t;\nCREATE TABLE t AS SELECT 2 AS y',
      'y: int',
    );
  });

  test('temporary tables, variables and tables of the file itself are not seen', () => {
    const source = '--- /a.fsql\nSELECT * FROM t\n--- /b.fsql\nCREATE TEMP TABLE t AS SELECT 1 AS x';
    checkRows(source, 'missing');
    checkRows(
      '--- /a.fsql\nSELECT * FROM t; CREATE TABLE u AS SELECT * FROM t\n--- /b.fsql\nSELECT 1',
      'missing',
    );
  });
});

describe('what is not certain is open', () => {
  test('a name that two files make', () => {
    checkRows(
      '--- /a.fsql\nSELECT * FROM t\n--- /b.fsql\nCREATE TABLE t AS SELECT 1 AS x\n--- /c.fsql\nCREATE TABLE t AS SELECT 1 AS y',
      'definition',
    );
  });

  test('a name that its file drops in the end', () => {
    checkRows(
      '--- /a.fsql\nSELECT * FROM t\n--- /b.fsql\nCREATE TABLE t AS SELECT 1 AS x; DROP TABLE t',
      'definition',
    );
  });

  test('names that are made of each other, whichever is asked first', () => {
    const source =
      '--- /a.fsql\nCREATE TABLE a AS SELECT * FROM b; SELECT * FROM b\n--- /b.fsql\nCREATE TABLE b AS SELECT * FROM a; SELECT * FROM a';
    for (const order of [
      ['/a.fsql', '/b.fsql'],
      ['/b.fsql', '/a.fsql'],
    ]) {
      const { workspace } = analyzeWorkspace(source);
      expect(order.map((path) => rowsOf(workspace, path))).toEqual(['definition', 'definition']);
    }
  });

  test('files may need each other when their names do not', () => {
    checkRows(
      '--- /a.fsql\nCREATE TABLE a AS SELECT 1 AS x; SELECT * FROM b\n--- /b.fsql\nCREATE TABLE b AS SELECT x FROM a',
      'x: int',
    );
  });
});

describe('changes', () => {
  const source = '--- /a.fsql\nSELECT * FROM t\n--- /b.fsql\nCREATE TABLE t AS SELECT 1 AS x';

  test('of the file that makes a table reach the one that reads it', () => {
    const { workspace } = analyzeWorkspace(source);
    expect(rowsOf(workspace)).toBe('x: int');
    const edited = workspace.with([['/b.fsql', openFile(parse("CREATE TABLE t AS SELECT 'a' AS x"))]]);
    expect(rowsOf(edited)).toBe('x: string');
    expect(rowsOf(edited.with([['/b.fsql', undefined]]))).toBe('missing');
    expect(rowsOf(workspace)).toBe('x: int');
  });

  test('elsewhere leave models as they are', () => {
    const { workspace } = analyzeWorkspace(source);
    const before = workspace.file('/a.fsql')?.statements[0]?.model;
    const more = workspace.with([['/c.fsql', closedFile('CREATE TABLE u AS SELECT 1 AS y')]]);
    expect(more.file('/a.fsql')?.statements[0]?.model).toBe(before);
  });

  test('are told by the files that a file needs and that need it', () => {
    const { workspace } = analyzeWorkspace(
      '--- /a.fsql\nSELECT * FROM b\n--- /b.fsql\nCREATE TABLE b AS SELECT * FROM c\n--- /c.fsql\nCREATE TABLE c AS SELECT 1 AS x',
    );
    expect([...workspace.index.filesNeededBy('/a.fsql')]).toEqual(['/b.fsql', '/c.fsql']);
    expect([...workspace.index.filesNeeding('/c.fsql')]).toEqual(['/b.fsql', '/a.fsql']);
  });
});
