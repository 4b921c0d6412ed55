import { expect, test } from 'vitest';
import { NodeKind } from '../../server/sql/nodeKind';
import { parse } from '../../server/sql/parse';
import type { Statement } from '../../server/sql/tree';
import { Grammar } from '../oracle/corpus/syntax/grammar';
import { syntaxStatements } from '../oracle/corpus/syntax/syntaxStatements';
import { type Disagreement, reportDisagreements } from '../support/disagreements';
import { nodeSqlOutline } from '../support/nodeSqlOutline';
import { type QueryOutline, queryOutline } from '../support/queryOutline';
import { Random } from '../support/random';
import { sqlFiles } from '../support/sqlCorpus';
import { reasonFor } from './secondOpinionReasons';
import { sharedGrammar } from './secondOpinionGrammar';

const seed = 20_250_612;
const generated = 800;
/** The other parser takes long for deep nesting. */
const longest = 120;
/** One in so many of the oracle's statements: the other parser knows few of them, and is slow. */
const share = 20;

test('tables, columns and nesting of the project’s own queries are what node-sql-parser sees', () => {
  const compared = compare(
    'own',
    sqlFiles('valid').map(({ text }) => text),
  );
  expect(compared.unexplained).toEqual([]);
  expect(compared.count).toBeGreaterThan(40);
});

test('and those of generated queries', { timeout: 60_000 }, () => {
  const random = new Random(seed);
  const grammar = new Grammar(sharedGrammar);
  const queries = new Set<string>();
  while (queries.size < generated) {
    const tokens = grammar.sentence(random, 'query');
    if (tokens.length <= longest) queries.add(tokens.join(' '));
  }
  const compared = compare('generated', [...queries]);
  expect(compared.unexplained).toEqual([]);
  expect(compared.count).toBeGreaterThan(generated * 0.9);
});

test('and those of the queries that Spark judges', { timeout: 120_000 }, () => {
  const compared = compare(
    'spark',
    syntaxStatements().filter((_, at) => at % share === 0),
  );
  expect(compared.unexplained).toEqual([]);
  expect(compared.count).toBeGreaterThan(30);
});

test('a difference in any part is seen', () => {
  const outline = nodeSqlOutline(
    'SELECT a, max(b) FROM t JOIN s.u ON t.k = u.k WHERE c IN (SELECT d FROM v)',
  );
  expect(outline).toEqual({
    tables: ['s.u', 't', 'v'],
    columns: ['a', 'b', 'c', 'd', 'k'],
    nesting: '[[]]',
  });
});

interface Comparison {
  /** How many queries both parsers accept. */
  readonly count: number;
  readonly unexplained: readonly Disagreement[];
}

/** Compares the queries of some texts; `name` is the report's. */
function compare(name: string, texts: readonly string[]): Comparison {
  const unexplained: Disagreement[] = [];
  const explained = new Map<string, number>();
  const queries = texts.flatMap(queriesOf);
  let count = 0;
  for (const statement of queries) {
    const sql = statement.text.trim().replace(/;$/, '');
    const theirs = nodeSqlOutline(sql);
    if (!theirs) continue;
    count++;
    for (const { reason, ...each } of differences(sql, queryOutline(statement), theirs)) {
      if (reason === undefined) unexplained.push(each);
      else explained.set(reason, (explained.get(reason) ?? 0) + 1);
    }
  }
  const reasons = [...explained].map(([reason, times]) => `- ${times}: ${reason}`).join('\n');
  reportDisagreements(
    `second-opinion-${name}`,
    `${queries.length} queries, ${count} compared. Explained:\n${reasons}`,
    unexplained,
  );
  return { count, unexplained };
}

/** The statements of a text that are queries without a mistake. */
function queriesOf(text: string): readonly Statement[] {
  return parse(text)
    .statements.map(({ statement }) => statement)
    .filter(
      ({ root, problems }) => root.children[0]?.kind === NodeKind.QueryStatement && problems.length === 0,
    );
}

const parts = ['tables', 'columns', 'nesting'] as const;

interface Difference extends Disagreement {
  readonly reason: string | undefined;
}

function differences(sql: string, ours: QueryOutline, theirs: QueryOutline): readonly Difference[] {
  return parts
    .filter((part) => String(ours[part]) !== String(theirs[part]))
    .map((part) => ({
      sql,
      cause: part,
      detail: `${String(ours[part])} against ${String(theirs[part])}`,
      reason: reasonFor(sql, part, ours, theirs),
    }));
}
