import { expect, test } from 'vitest';
import { problemText } from '../../server/cli/problemText';
import { substituteParameters } from '../../server/protocol/queryParameters';

test('a problem shows its line with a caret below it, in the text as it was written', () => {
  const written = 'SELECT 1,\n\t$column FROM t';
  const substitution = substituteParameters(written, new Map([['column', 'coalesce(nowhere)']]));
  if (substitution.status !== 'done') throw new Error('a value is missing');
  const query = { label: 'a.fsql', written, sent: substitution.sql, toWritten: substitution.toOriginal };
  const problem = { sqlState: '42703', message: 'no such column', hint: 'Did you mean "where"?', offset: 20 };
  expect(problemText(query, problem)).toBe(
    [
      'a.fsql:2:2: error: no such column (42703)',
      '  2 | \t$column FROM t',
      '      \t^',
      'hint: Did you mean "where"?',
    ].join('\n'),
  );
});

test('a problem without a place names the query', () => {
  const query = { label: '-e', written: 'SELECT 1', sent: 'SELECT 1', toWritten: (offset: number) => offset };
  expect(problemText(query, { message: 'division by zero', sqlState: '22012' })).toBe(
    '-e: error: division by zero (22012)',
  );
});
