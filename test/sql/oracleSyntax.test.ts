import { expect, test } from 'vitest';
import { parse } from '../../server/sql/parse';
import type { SyntaxProblem } from '../../server/sql/tree';
import { syntaxStatements } from '../oracle/corpus/syntax/syntaxStatements';
import { type Disagreement, reportDisagreements } from '../support/disagreements';
import { readRecording, type SyntaxAnswer } from '../support/recording';
import { explanationOf } from './dialectExtensions';

test('the parser accepts and refuses what the parser of Spark does', { timeout: 300_000 }, () => {
  const statements = syntaxStatements();
  const { verdicts, reasons } = readRecording<SyntaxAnswer>('syntax').answers[0] as SyntaxAnswer;
  const explained = new Map<string, number>();
  const found: Disagreement[] = [];
  statements.forEach((sql, at) => {
    const verdict = verdicts[at] as string;
    const problem = firstError(sql);
    const sparkAccepts = verdict === '.' || verdict === ',';
    if (sparkAccepts === (problem === undefined)) return;
    const explanation = verdict === ',' ? reservedWords : explanationOf(sql, problem);
    if (explanation !== undefined) explained.set(explanation, (explained.get(explanation) ?? 0) + 1);
    else found.push({ sql, cause: causeOf(problem, reasons[verdict]) });
  });
  const counts = [...explained].map(([explanation, count]) => `- ${count}: ${explanation}`).join('\n');
  reportDisagreements(
    'oracle-syntax',
    `${statements.length} statements, ${found.length} disagreements without an explanation. Explained:\n${counts}`,
    found,
  );
  expect(found).toEqual([]);
});

const reservedWords = 'Spark lets keywords be names unless told otherwise; Query Service reserves them';

function firstError(sql: string): SyntaxProblem | undefined {
  return parse(sql)
    .statements.flatMap(({ statement }) => statement.problems)
    .find(({ severity, code }) => severity === 'error' && code !== 'unsupported-statement');
}

function causeOf(problem: SyntaxProblem | undefined, reason: string | undefined): string {
  if (problem === undefined) return `we accept, Spark refuses: ${reason}`;
  return `we refuse, Spark accepts: ${problem.message.replace(/(?<=found |after |before ).*/, '…')}`;
}
