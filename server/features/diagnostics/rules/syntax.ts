import type { StatementModel, TableUse } from '../../../analysis/model';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { ownToken, type Statement } from '../../../sql/tree';
import type { TextRange } from '../../../base/textRange';
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
 * Data sets are only ever appended to; INSERT OVERWRITE is for audiences alone. What to do: write the rows that should
 * stay into a new table.
 *
 *     DELETE FROM web_events WHERE eventType IS NULL
 */
export const unsupportedStatement: Rule = {
  code: 'unsupported-statement',
  severity: 'error',
  check: ({ model }) => [
    ...problems(model.statement.problems, 'unsupported-statement'),
    ...overwrites(model),
  ],
};

/** Of tables that the file makes, and of data sets whose class no audience has. */
function overwrites({ statement, writes }: StatementModel): readonly Finding[] {
  return writes.flatMap(({ node, table }): readonly Finding[] => {
    const word = node.kind === K.Insert ? ownToken(statement, node, T.OVERWRITE) : -1;
    if (word < 0 || !table || !isNoAudience(table.meaning)) return [];
    const into = ownToken(statement, node, T.INTO);
    const range = tokenRange(statement, word);
    const replaced = { start: range.start, end: tokenRange(statement, Math.max(word, into)).end };
    const message = `Query Service overwrites audiences only, and ${table.names.join('.')} is a table. Append to it with INSERT INTO, or drop it and make it again with CREATE TABLE ... AS SELECT`;
    return [
      { range, message, fixes: [{ title: 'Append instead', edits: [{ range: replaced, text: 'INTO' }] }] },
    ];
  });
}

function isNoAudience(meaning: TableUse['meaning']): boolean {
  if (meaning.kind === 'definition') return meaning.definition.kind === 'table';
  const known = meaning.kind === 'dataset' ? meaning.dataset.schema?.class : undefined;
  return known === 'experienceevent' || known === 'adhoc';
}

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

function tokenRange({ tokens }: Statement, token: number): TextRange {
  return { start: tokens.starts[token] as number, end: tokens.starts[token + 1] as number };
}
