import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { semanticTokens } from '../../server/features/semanticTokens';
import { parse } from '../../server/sql/parse';
import { shopCatalog } from '../support/shopCatalog';
import { allSqlFiles } from '../support/sqlCorpus';

function tokens(text: string): readonly string[] {
  return semanticTokens(analyzeFile(parse(text), shopCatalog)).map(
    ({ start, end, type, isDeclaration }) =>
      `${text.slice(start, end)}: ${type}${isDeclaration ? ' (declared)' : ''}`,
  );
}

test('names are told apart by what they stand for', () => {
  const text =
    'WITH c AS (SELECT 1) SELECT t.date AS d, f(x -> x + y), @v, $p, CAST(a AS array<int>), t.* FROM db.t JOIN c AS u WHERE #w';
  expect(tokens(text)).toEqual([
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

test('the name of a table before its column is no column', () => {
  expect(tokens('SELECT e.web.webPageDetails.name, web.webPageDetails FROM web_events e')).toEqual([
    'e: variable',
    'web: property',
    'webPageDetails: property',
    'name: property',
    'web: property',
    'webPageDetails: property',
    'web_events: class',
    'e: variable (declared)',
  ]);
});

test('words that are keywords elsewhere are columns where they stand for one', () => {
  expect(tokens('SELECT date, t.select, type FROM t')).toEqual([
    'date: property',
    't: property',
    'select: property',
    'type: property',
    't: class',
  ]);
});

test('variables where they are set and where they are read', () => {
  expect(tokens('$$ BEGIN SET @a = SELECT 1; SELECT * FROM t SNAPSHOT SINCE @a; END $$;')).toEqual([
    '@a: variable (declared)',
    't: class',
    '@a: variable',
  ]);
});

test('fields and types of a table definition', () => {
  expect(tokens('CREATE TABLE t (a struct<b: int>, c string)')).toEqual([
    't: class',
    'a: property (declared)',
    'struct: type',
    'b: property (declared)',
    'int: type',
    'c: property (declared)',
    'string: type',
  ]);
});

describe('over all SQL of the project', () => {
  test.each(allSqlFiles)('$name: semantic tokens are in order and apart', ({ text }) => {
    let last = 0;
    for (const { start, end } of semanticTokens(analyzeFile(parse(text), shopCatalog))) {
      if (start < last || end <= start || text.slice(start, end).includes('\n'))
        expect.fail(text.slice(start, end));
      last = end;
    }
  });
});
