import { expect, test } from 'vitest';
import { completion } from '../../server/features/completion/completion';
import { analyzeWorkspace } from '../support/analyzeWorkspace';

test('tables that other files make are proposed, with their columns when they are looked at', () => {
  const { workspace, main } = analyzeWorkspace(`--- /a.fsql
CREATE TABLE visits_here AS SELECT 1 AS a;
SELECT * FROM visit$0
--- /b.fsql
CREATE TABLE visits_there AS SELECT city AS town FROM stores;
CREATE TEMP TABLE visits_hidden AS SELECT 1 AS a;
CREATE TABLE visits_here AS SELECT 2 AS b`);
  const file = workspace.file('/a.fsql');
  const { items } = completion(file ?? expect.fail('no file'), main.cursor ?? 0);
  const tables = items.filter(({ label }) => label.startsWith('visits_'));
  expect(tables.map(({ label, origin }) => [label, origin])).toEqual([
    ['visits_here', undefined],
    ['visits_there', 'another file'],
  ]);
  expect(tables[1]?.document?.()).toBe('- `town` string');
});
