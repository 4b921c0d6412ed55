import { expect, test } from 'vitest';
import { analyzeFile } from '../../server/analysis/analyzeFile';
import { type Diagnostic } from '../../server/features/diagnostics/diagnostic';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { parse } from '../../server/sql/parse';
import { type Disagreement, reportDisagreements } from '../support/disagreements';
import { oracleCatalog } from '../support/oracleCatalog';
import { readRecording, type TypesAnswer } from '../support/recording';
import { subjectOf } from '../support/subjectOf';

/** The goal is 0.9; this number only ever goes up. */
const reportedAtLeast = 0.98;
/** The goal is 0; this number only ever goes down. */
const falseReportsAtMost = 0;

test('what the analyzer of Spark refuses is reported, and nothing else', { timeout: 300_000 }, () => {
  const found: Disagreement[] = [];
  const byReason = new Map<string, { refused: number; reported: number }>();
  for (const answer of readRecording<TypesAnswer>('types').answers) {
    const error = firstError(answer.sql);
    if ('columns' in answer) {
      if (!error) continue;
      const cause = `false report, ${error.code}: ${subjectOf(answer.sql)}`;
      found.push({ sql: answer.sql, cause, detail: error.message });
      continue;
    }
    const reason = answer.error.replace(/^_LEGACY.*/, 'unnamed');
    const count = byReason.get(reason) ?? { refused: 0, reported: 0 };
    byReason.set(reason, count);
    count.refused++;
    if (error) count.reported++;
    else found.push({ sql: answer.sql, cause: `silent, ${reason}: ${subjectOf(answer.sql)}` });
  }
  const falseReports = found.filter(({ cause }) => cause.startsWith('false')).length;
  const counts = [...byReason.values()];
  const refused = counts.reduce((sum, count) => sum + count.refused, 0);
  const reported = counts.reduce((sum, count) => sum + count.reported, 0);
  const lines = [...byReason]
    .sort(([, a], [, b]) => b.refused - b.reported - (a.refused - a.reported))
    .map(([reason, count]) => `- ${reason}: ${count.reported} of ${count.refused}`);
  reportDisagreements(
    'oracle-mistakes',
    `${reported} of ${refused} reported, ${falseReports} false reports.\n\n${lines.join('\n')}`,
    found,
  );
  expect(reported / refused).toBeGreaterThanOrEqual(reportedAtLeast);
  expect(falseReports).toBeLessThanOrEqual(falseReportsAtMost);
});

function firstError(sql: string): Diagnostic | undefined {
  const model = analyzeFile(parse(sql), oracleCatalog);
  return diagnostics(model).find(({ severity }) => severity === 'error');
}
