import { expect, test } from 'vitest';
import { diagnostics } from '../../../server/features/diagnostics/diagnostics';
import { analyzeWorkspace } from '../../support/analyzeWorkspace';

test('a mistyped table of a statement before or of another file is found out', () => {
  const { workspace } = analyzeWorkspace(`--- /a.fsql
CREATE TABLE visits_here AS SELECT 1 AS a;
SELECT * FROM visits_her;
SELECT * FROM vists_there
--- /b.fsql
CREATE TABLE visits_there AS SELECT 1 AS a`);
  const file = workspace.file('/a.fsql');
  expect(file && diagnostics(file).map(({ message }) => message)).toEqual([
    'Unknown table visits_her. Did you mean visits_here?',
    'Unknown table vists_there. Did you mean visits_there?',
  ]);
});
