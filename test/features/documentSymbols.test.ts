import { describe, expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { documentSymbols, type DocumentSymbol } from '../../server/features/documentSymbols';
import { parse } from '../../server/sql/parse';
import { shopCatalog } from '../support/shopCatalog';
import { allSqlFiles } from '../support/sqlCorpus';

function symbols(text: string): readonly DocumentSymbol[] {
  return documentSymbols(analyzeFile(parse(text), shopCatalog));
}

function outline(all: readonly DocumentSymbol[], indent = ''): readonly string[] {
  return all.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail && ` (${detail})`}`,
    ...outline(children, `${indent}  `),
  ]);
}

test('statements, named queries and feature columns with their types', () => {
  const text = `CREATE TABLE features AS
WITH recent AS (SELECT _id, timestamp AS seen FROM web_events)
SELECT _id, count(*) AS visits, max(seen) AS last_seen, unknown_thing AS u FROM recent GROUP BY _id;
SELECT 1 FROM x.y;
INSERT INTO features SELECT 1 AS one;`;
  expect(outline(symbols(text))).toEqual([
    'table features (CREATE TABLE)',
    '  query recent (WITH)',
    '    column _id (string)',
    '    column seen (timestamp)',
    '  column _id (string)',
    '  column visits (bigint)',
    '  column last_seen (timestamp)',
    '  column u',
    'query SELECT from x.y',
    'write features (INSERT INTO)',
    '  column one (int)',
  ]);
});

test('a nested type is told without its fields', () => {
  const text = `SELECT web, array(web) AS pages, map('a', web) AS by_name, CAST(1 AS decimal(10, 2)) AS price FROM web_events`;
  expect(outline(symbols(text)).slice(1)).toEqual([
    '  column web (struct)',
    '  column pages (array<struct>)',
    '  column by_name (map<string,struct>)',
    '  column price (decimal(10,2))',
  ]);
});

test('blocks, their branches and variables', () => {
  const text = `$$ BEGIN
  SET @last = SELECT 1;
  IF @last > 0 THEN INSERT INTO t SELECT 2; ELSE SELECT 3; END IF;
EXCEPTION WHEN OTHERS THEN SELECT 4;
END $$;
DROP TABLE features;`;
  expect(outline(symbols(text))).toEqual([
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
});

test('columns of a feature table made in a block have their types', () => {
  const text =
    '$$ BEGIN CREATE TABLE f AS SELECT eventType, count(*) AS n FROM web_events GROUP BY 1; END $$;';
  expect(outline(symbols(text)).slice(1)).toEqual([
    '  table f (CREATE TABLE)',
    '    column eventType (string)',
    '    column n (bigint)',
  ]);
});

test('models, audiences and views by their names, and unfinished statements', () => {
  const text = `CREATE MODEL churn OPTIONS (MODEL_TYPE = 'kmeans') AS SELECT 1 AS a;
CREATE AUDIENCE buyers WITH (primary_identity = a) AS SELECT 1 AS a;
CREATE VIEW v AS SELECT 1 AS a;
SELECT a. FROM web_events;
CREATE TABLE`;
  expect(symbols(text).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'model churn',
    'audience buyers',
    'view v',
    'query SELECT from web_events',
    'table CREATE TABLE',
  ]);
});

describe('over all SQL of the project', () => {
  test.each(allSqlFiles)(
    '$name: what is selected lies in its entry, and entries in those around them',
    ({ text }) => {
      const check = (all: readonly DocumentSymbol[], from: number, to: number): void => {
        for (const { range, selection, children } of all) {
          expect(from <= range.start && range.end <= to).toBe(true);
          expect(range.start <= selection.start && selection.end <= range.end).toBe(true);
          check(children, range.start, range.end);
        }
      };
      check(symbols(text), 0, text.length);
    },
  );
});
