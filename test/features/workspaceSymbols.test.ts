import { expect, test } from 'vitest';
import { workspaceSymbols } from '../../server/features/workspaceSymbols';
import { analyzeWorkspace } from '../support/analyzeWorkspace';

const { workspace } = analyzeWorkspace(`--- /a.fsql
CREATE TABLE page_visits AS WITH recent AS (SELECT 1 AS a) SELECT a AS visit_count FROM recent;
CREATE TEMP VIEW helper AS SELECT 1;
--- /b.fsql
CREATE MODEL visit_model OPTIONS (MODEL_TYPE='kmeans') AS SELECT 1 AS f;
CREATE TABLE plain (visit_id int)`);

function found(query: string): readonly string[] {
  return workspaceSymbols(workspace.files, query).map(({ uri, symbol }) => {
    const text = workspace.files.get(uri)?.text.slice(symbol.range.start, symbol.range.end);
    return `${symbol.kind} ${symbol.name} ${symbol.container ?? '-'} ${uri} ${text ?? ''}`;
  });
}

test('tables, views, models, named queries and columns', () => {
  expect(found('')).toEqual([
    'column f visit_model /b.fsql f',
    'view helper - /a.fsql helper',
    'table page_visits - /a.fsql page_visits',
    'table plain - /b.fsql plain',
    'query recent page_visits /a.fsql recent',
    'column visit_count page_visits /a.fsql visit_count',
    'column visit_id plain /b.fsql visit_id',
    'model visit_model - /b.fsql visit_model',
  ]);
});

test('by the first letters of words, and by parts', () => {
  expect(found('pv')).toEqual(['table page_visits - /a.fsql page_visits']);
  expect(found('visit').map((each) => each.split(' ')[1])).toEqual([
    'visit_count',
    'visit_id',
    'visit_model',
    'page_visits',
  ]);
  expect(found('zzz')).toEqual([]);
});
