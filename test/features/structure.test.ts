import { describe, expect, test } from 'vitest';
import { documentSymbols, type DocumentSymbol } from '../../server/features/documentSymbols';
import { foldingRanges } from '../../server/features/foldingRanges';
import { selectionRanges } from '../../server/features/selectionRanges';
import { semanticTokens } from '../../server/features/semanticTokens';
import { parse } from '../../server/sql/parse';
import { parseFixture } from '../support/fixture';
import { allSqlFiles } from '../support/sqlCorpus';

describe('folding', () => {
  test('what spans lines: statements, bracketed queries, blocks, runs of comments', () => {
    checkFolding(`«-- one
-- two»

«WITH «a AS (
  SELECT 1
)»
SELECT * FROM a;»
SELECT 1;
«$$ BEGIN
  «IF @a THEN
    SELECT 1;
  END IF;»
END $$;»`);
  });

  function checkFolding(marked: string): void {
    const { main } = parseFixture(marked);
    const found = foldingRanges(parse(main.text)).map(({ start, end }) => main.text.slice(start, end));
    for (const range of main.ranges) {
      const wanted = main.text.slice(range.start, range.end);
      expect(found.some((each) => each.replace(/;$/, '') === wanted.replace(/;$/, ''))).toBe(true);
    }
    expect(found.every((each) => each.includes('\n'))).toBe(true);
  }
});

test('a selection grows from the word to the file', () => {
  const { main } = parseFixture("SELECT sum(a.b$0 + 1) AS n FROM t WHERE c = 'x y';\nSELECT 2;");
  const grown = selectionRanges(parse(main.text), main.cursor as number);
  expect(grown.map(({ start, end }) => main.text.slice(start, end))).toEqual([
    'b',
    'a.b',
    'a.b + 1',
    '(a.b + 1)',
    'sum(a.b + 1)',
    'sum(a.b + 1) AS n',
    'SELECT sum(a.b + 1) AS n',
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y'",
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y';",
    "SELECT sum(a.b + 1) AS n FROM t WHERE c = 'x y';\nSELECT 2;",
  ]);
});

test('a selection in a string begins with its content', () => {
  const { main } = parseFixture("SELECT 'x $0y'");
  const [first, second] = selectionRanges(parse(main.text), main.cursor as number);
  expect(first && main.text.slice(first.start, first.end)).toBe('x y');
  expect(second && main.text.slice(second.start, second.end)).toBe("'x y'");
});

test('the outline has statements, named queries, blocks and feature columns', () => {
  const text = `CREATE TABLE features AS
WITH recent AS (SELECT user_id, timestamp AS seen FROM shop_events)
SELECT user_id, count(*) AS visits, a.b.c FROM recent;
SELECT 1 FROM x.y;
INSERT INTO features SELECT 1 AS one;
$$ BEGIN
  SET @last = SELECT 1;
  IF @last > 0 THEN INSERT INTO t SELECT 2; ELSE SELECT 3; END IF;
EXCEPTION WHEN OTHERS THEN SELECT 4;
END $$;
DROP TABLE features;`;
  expect(outline(documentSymbols(parse(text)))).toEqual([
    'table features (CREATE TABLE)',
    '  query recent (WITH)',
    '    column user_id',
    '    column seen',
    '  column user_id',
    '  column visits',
    '  column c',
    'query SELECT from x.y',
    'write features (INSERT INTO)',
    '  column one',
    'block BEGIN ... END',
    '  variable @last (SET)',
    '  block IF @last > 0 THEN INSERT INTO t SELECT 2; ELSE SELECT 3; ...',
    '    write t (INSERT INTO)',
    '    block ELSE SELECT 3;',
    '      query SELECT 3',
    '  block EXCEPTION',
    '    query SELECT 4',
    'other DROP TABLE features',
  ]);

  function outline(symbols: readonly DocumentSymbol[], indent = ''): readonly string[] {
    return symbols.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail && ` (${detail})`}`,
      ...outline(children, `${indent}  `),
    ]);
  }
});

test('names are told apart by what they stand for', () => {
  const text =
    'WITH c AS (SELECT 1) SELECT t.date AS d, f(x -> x + y), @v, $p, CAST(a AS array<int>), t.* FROM db.t JOIN c AS u WHERE #w';
  const found = semanticTokens(parse(text)).map(
    ({ start, end, type, isDeclaration }) =>
      `${text.slice(start, end)}: ${type}${isDeclaration ? ' (declared)' : ''}`,
  );
  expect(found).toEqual([
    'c: class (declared)',
    't: property',
    'date: property',
    'd: property (declared)',
    'f: function',
    'x: parameter (declared)',
    'x: parameter',
    'y: property',
    '@v: variable',
    '$p: parameter',
    'a: property',
    'array: type',
    'int: type',
    't: variable',
    'db: class',
    't: class',
    'c: class',
    'u: variable (declared)',
    '#w: macro',
  ]);
});

describe('over all SQL of the project', () => {
  test.each(allSqlFiles)('$name: selections grow at every offset', ({ text }) => {
    const tree = parse(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const ranges = selectionRanges(tree, offset);
      ranges.slice(1).forEach((range, at) => {
        const inner = ranges[at] as typeof range;
        if (range.start > inner.start || range.end < inner.end) expect.fail(`at ${offset}`);
      });
    }
  });

  test.each(allSqlFiles)('$name: semantic tokens are in order and apart', ({ text }) => {
    let last = 0;
    for (const { start, end } of semanticTokens(parse(text))) {
      if (start < last || end <= start || text.slice(start, end).includes('\n'))
        expect.fail(text.slice(start, end));
      last = end;
    }
  });

  test.each(allSqlFiles)('$name: the outline and the folds lie in the text', ({ text }) => {
    const tree = parse(text);
    for (const { start, end } of foldingRanges(tree)) expect(text.slice(start, end)).toContain('\n');
    for (const { range, selection } of documentSymbols(tree)) {
      expect(range.start <= selection.start && selection.end <= range.end).toBe(true);
    }
  });
});
