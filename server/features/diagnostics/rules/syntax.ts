import type { Finding, Rule } from '../rule';

/**
 * Text that is no valid statement.
 *
 * The parser says what it expected and where; it goes on after the place, so that all errors of a file are told.
 * What to do: put in what is missing, or take out what is named.
 *
 *     SELECT eventType timestamp, FROM web_events
 */
export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  check: ({ model }) => problems(model.statement.problems, 'syntax'),
};

/**
 * A statement that Query Service does not run: UPDATE, DELETE, MERGE, TRUNCATE.
 *
 * Data sets are only ever appended to. What to do: write the rows that should stay into a new table.
 *
 *     DELETE FROM web_events WHERE eventType IS NULL
 */
export const unsupportedStatement: Rule = {
  code: 'unsupported-statement',
  severity: 'error',
  check: ({ model }) => problems(model.statement.problems, 'unsupported-statement'),
};

/**
 * A type that there is not, in a cast or a column list.
 *
 * What to do: name a type of Spark, or one that PostgreSQL's clients use for it (text, int8).
 *
 *     SELECT cast(price AS strin) FROM web_events
 */
export const unknownType: Rule = {
  code: 'unknown-type',
  severity: 'error',
  check: ({ model }) => problems(model.statement.problems, 'unknown-type'),
};

type Problems = Parameters<Rule['check']>[0]['model']['statement']['problems'];

function problems(all: Problems, code: string): readonly Finding[] {
  return all
    .filter((problem) => problem.code === code)
    .map(({ range, message, severity, fix }) => ({
      ...{ range, message, severity },
      fixes: fix ? [{ title: fix.title, edits: [{ range: fix.range, text: fix.text }] }] : [],
    }));
}
