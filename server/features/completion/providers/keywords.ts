import { TokenKind as T } from '../../../sql/tokenKind';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { clauseAt, previousToken } from '../tokens';

const statements = [
  'SELECT',
  'WITH',
  'CREATE TABLE',
  'CREATE TEMP TABLE',
  'CREATE VIEW',
  'CREATE OR REPLACE VIEW',
  'CREATE MODEL',
  'CREATE AUDIENCE',
  'INSERT INTO',
  'DROP TABLE',
  'DROP VIEW',
  'ALTER TABLE',
  'ANALYZE TABLE',
  'SHOW TABLES',
  'SET',
  'EXPLAIN',
  '$$ BEGIN',
];
const operators = [
  'AND',
  'OR',
  'IN',
  'LIKE',
  'BETWEEN',
  'IS NULL',
  'IS NOT NULL',
  'NOT IN',
  'NOT LIKE',
  'ILIKE',
];
const joins = [
  'JOIN',
  'LEFT JOIN',
  'INNER JOIN',
  'RIGHT JOIN',
  'FULL JOIN',
  'CROSS JOIN',
  'LEFT SEMI JOIN',
  'LEFT ANTI JOIN',
  'LATERAL VIEW',
];
const snapshots = ['SNAPSHOT SINCE', 'SNAPSHOT AS OF', 'SNAPSHOT BETWEEN'];
const endings = ['ORDER BY', 'LIMIT', 'UNION ALL', 'UNION', 'INTERSECT', 'EXCEPT'];
const afterRows = ['GROUP BY', 'HAVING', ...endings];

/** What may follow a complete operand or relation in a clause: first what is likely, then the rest. */
const following: Partial<Record<T, readonly [likely: readonly string[], others: readonly string[]]>> = {
  [T.SELECT]: [
    ['FROM', 'AS'],
    [...operators, 'OVER'],
  ],
  [T.FROM]: [
    ['WHERE', 'JOIN', 'LEFT JOIN', 'GROUP BY'],
    [...joins, 'AS', ...snapshots, 'TABLESAMPLE', 'WINDOW', ...afterRows],
  ],
  [T.JOIN]: [
    ['ON', 'USING'],
    ['AS', ...joins, 'WHERE', ...snapshots, ...afterRows],
  ],
  [T.ON]: [
    ['AND', 'WHERE', 'JOIN', 'LEFT JOIN'],
    [...operators, ...joins, ...afterRows],
  ],
  [T.WHERE]: [
    ['AND', 'OR', 'GROUP BY', 'ORDER BY'],
    [...operators, ...afterRows, 'WINDOW'],
  ],
  [T.GROUP]: [
    ['HAVING', 'ORDER BY'],
    ['WITH ROLLUP', 'WITH CUBE', ...endings],
  ],
  [T.HAVING]: [
    ['AND', 'OR', 'ORDER BY'],
    [...operators, ...endings],
  ],
  [T.QUALIFY]: [
    ['AND', 'OR', 'ORDER BY'],
    [...operators, ...endings],
  ],
  [T.ORDER]: [
    ['ASC', 'DESC', 'LIMIT'],
    ['NULLS FIRST', 'NULLS LAST', 'OFFSET', 'ROWS BETWEEN'],
  ],
  [T.PARTITION]: [['ORDER BY'], ['ROWS BETWEEN']],
  [T.LIMIT]: [['OFFSET'], []],
  [T.CASE]: [['WHEN'], operators],
  [T.WHEN]: [['THEN', 'AND', 'OR'], operators],
  [T.THEN]: [['WHEN', 'ELSE', 'END'], operators],
  [T.ELSE]: [['END'], operators],
  [T.ROWS]: [
    ['UNBOUNDED PRECEDING', 'CURRENT ROW', 'UNBOUNDED FOLLOWING', 'AND'],
    ['PRECEDING', 'FOLLOWING'],
  ],
  [T.RANGE]: [
    ['UNBOUNDED PRECEDING', 'CURRENT ROW', 'UNBOUNDED FOLLOWING', 'AND'],
    ['PRECEDING', 'FOLLOWING'],
  ],
  [T.SNAPSHOT]: [
    ['AND', 'WHERE'],
    ['AS', ...joins, ...afterRows],
  ],
  [T.WITH]: [['AS', 'SELECT'], []],
  [T.INSERT]: [['SELECT', 'VALUES'], []],
  [T.CREATE]: [
    ['AS', 'AS SELECT', 'WITH'],
    ['IF NOT EXISTS', 'OPTIONS', 'TRANSFORM', 'OR REPLACE', 'TABLE', 'VIEW', 'MODEL'],
  ],
  [T.DROP]: [
    ['TABLE', 'VIEW', 'MODEL', 'IF EXISTS'],
    ['AUDIENCE', 'SCHEMA', 'DATABASE'],
  ],
  [T.ALTER]: [
    ['ADD COLUMN', 'ADD CONSTRAINT'],
    ['DROP CONSTRAINT', 'ADD SCHEMA', 'REMOVE SCHEMA'],
  ],
  [T.ANALYZE]: [
    ['COMPUTE STATISTICS', 'TABLESAMPLE SAMPLERATE'],
    ['FILTERCONTEXT', 'FOR ALL COLUMNS', 'FOR COLUMNS'],
  ],
  [T.SHOW]: [
    ['TABLES', 'VIEWS'],
    ['MODELS', 'STATISTICS', 'SCHEMAS', 'DATABASES', 'DATAGROUPS', 'PRIMARY KEYS', 'FOREIGN KEYS', 'ALL'],
  ],
  [T.OpenParen]: [
    ['AND', 'OR'],
    [...operators, 'AS', 'ORDER BY'],
  ],
  [T.IF]: [['THEN', 'AND', 'OR'], operators],
};

/** What an operand may begin with, by the keyword before it. */
const openings = ['CASE', 'CAST(', 'NOT', 'EXISTS', 'NULL', 'TRUE', 'FALSE', 'INTERVAL', 'DATE', 'TIMESTAMP'];

/** Keywords that fit where the cursor is. */
export function* keywordProposals({ place, model, token }: Typing): Generator<Proposal> {
  const { statement } = model;
  switch (place.kind) {
    case 'statementStart':
      yield* keywords(statements, rank.likelyKeyword);
      return;
    case 'continuation': {
      const [likely, others] = following[clauseAt(statement, token).keyword] ?? [[], operators];
      yield* keywords(likely, rank.likelyKeyword);
      yield* keywords(others, rank.keyword);
      return;
    }
    case 'table':
      if (place.qualifier.length === 0) yield* keywords(['LATERAL', 'VALUES'], rank.keyword + 4);
      return;
    case 'expression': {
      if (place.qualifier.length > 0 || place.called) return;
      const before = previousToken(statement, token);
      const kind = before < 0 ? T.EndOfText : (statement.tokens.kinds[before] as T);
      if (kind === T.SELECT || kind === T.OpenParen) yield* keywords(['DISTINCT'], rank.keyword);
      if (kind === T.SELECT) yield* keywords(['*'], rank.source);
      if (kind === T.OpenParen) yield* keywords(['SELECT'], rank.keyword);
      yield* keywords(openings, rank.keyword + 5);
      return;
    }
    default:
  }
}

function* keywords(labels: readonly string[], order: number): Generator<Proposal> {
  for (const label of labels) yield { label, kind: 'keyword', rank: order };
}
