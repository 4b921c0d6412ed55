import { expect, test } from 'vitest';
import { completion } from '../../../server/features/completion/completion';
import { analyzeWorkspace } from '../../support/analyzeWorkspace';
import { checkCompletion } from '../../support/checkCompletion';

test('variables of a block and parameters of the file', () => {
  checkCompletion('$$ BEGIN SET @from_id = SELECT 1; SELECT @$0; END $$;', { first: ['@from_id'] });
  checkCompletion('SELECT $first; SELECT $f$0', { first: ['$first'] });
  checkCompletion('$$ BEGIN SET @from_id = SELECT 1; IF $0 THEN SELECT 1; END IF; END $$;', {
    first: ['@from_id'],
    lacks: ['city'],
  });
});

test('options of CREATE TABLE and CREATE MODEL', () => {
  checkCompletion('CREATE TABLE t WITH ($0) AS SELECT 1 AS a', {
    has: ['schema', 'rowvalidation', 'label'],
  });
  checkCompletion('CREATE MODEL m OPTIONS (MO$0) AS SELECT 1 AS a', { first: ['MODEL_TYPE'] });
});

test('named windows', () => {
  checkCompletion('SELECT rank() OVER $0 FROM stores WINDOW w AS (ORDER BY city)', { has: ['w'] });
});

test('models, prepared statements and cursors that the file makes', () => {
  const model = "CREATE MODEL churn OPTIONS (MODEL_TYPE='kmeans') AS SELECT city FROM stores; ";
  checkCompletion(`${model}DROP MODEL $0`, { first: ['churn'], lacks: ['stores'] });
  checkCompletion(`${model}UPDATE MODEL c$0 OPTIONS (MODEL_TYPE='kmeans') AS SELECT 1 AS a`, {
    first: ['churn'],
  });
  checkCompletion(`${model}SELECT * FROM model_predict($0`, { first: ['churn'], lacks: ['city'] });
  checkCompletion('PREPARE weekly AS SELECT 1; EXECUTE $0', { first: ['weekly'] });
  checkCompletion('DECLARE rows_of CURSOR FOR SELECT 1; FETCH 10 FROM $0', { first: ['rows_of'] });
});

test('models that other files make', () => {
  const { workspace, main } = analyzeWorkspace(
    "--- /a.fsql\nDROP MODEL $0\n--- /b.fsql\nCREATE MODEL churn OPTIONS (MODEL_TYPE='kmeans') AS SELECT 1 AS a",
  );
  const file = workspace.file('/a.fsql');
  const found = file && main.cursor !== undefined ? completion(file, main.cursor).items : [];
  expect(found.map(({ label }) => label)).toContain('churn');
});

test('parameters in braces, and templates', () => {
  checkCompletion('SELECT ${first}; SELECT ${$0}', { accept: ['first', 'SELECT ${first}; SELECT ${first}'] });
  checkCompletion('SELECT * FROM #weekly_events; SELECT * FROM #w$0', { first: ['#weekly_events'] });
});
