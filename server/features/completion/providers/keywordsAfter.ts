import { ancestorOf } from '../../../sql/node';
import { nodeOfToken } from '../../../sql/nodeAt';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import type { Statement } from '../../../sql/tree';
import type { Typing } from '../place';
import { clauseAt, previousToken } from '../tokens';

/** The keywords that may follow the complete operand, relation or name before the cursor. */
export function keywordsAfter({ model, token }: Typing): Following {
  const { statement } = model;
  const { keyword } = clauseAt(statement, token);
  const node = nodeOfToken(statement.root, token);
  if (keyword === T.CREATE) {
    const [made] = statement.root.children;
    return (made && afterName[made.kind]) ?? [['AS'], []];
  }
  const before = previousToken(statement, token);
  if (statement.tokens.kinds[before] === T.NOT) return negated;
  if (keyword === T.WITH && closesQuery(statement, before)) return [['SELECT'], []];
  if (statement.tokens.kinds[previousToken(statement, before)] === T.INTERVAL) return units;
  if (keyword === T.SNAPSHOT && statement.tokens.kinds[previousToken(statement, before)] === T.BETWEEN)
    return [['AND'], []];
  if (keyword === T.ORDER && ancestorOf(node, K.WindowSpec)) return inWindow;
  return following[keyword] ?? [[], operators];
}

/** The bracket ends the query of a CTE, not the list of its columns. */
function closesQuery(statement: Statement, token: number): boolean {
  const isBracket = statement.tokens.kinds[token] === T.CloseParen;
  return isBracket && nodeOfToken(statement.root, token).kind !== K.ColumnList;
}

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

/** First what is likely, then the rest. */
type Following = readonly [likely: readonly string[], others: readonly string[]];

/** What may follow a complete operand or relation in a clause. */
const following: Partial<Record<T, Following>> = {
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
    ['NULLS FIRST', 'NULLS LAST', 'OFFSET'],
  ],
  [T.PARTITION]: [['ORDER BY'], []],
  [T.LIMIT]: [['OFFSET'], []],
  [T.CASE]: [['WHEN'], operators],
  [T.WHEN]: [['THEN', 'AND', 'OR'], operators],
  [T.THEN]: [['WHEN', 'ELSE', 'END'], operators],
  [T.ELSE]: [['END'], operators],
  [T.ROWS]: [['PRECEDING', 'FOLLOWING', 'AND'], []],
  [T.RANGE]: [['PRECEDING', 'FOLLOWING', 'AND'], []],
  [T.SNAPSHOT]: [
    ['AND', 'WHERE'],
    ['AS', ...joins, ...afterRows],
  ],
  [T.WITH]: [['AS'], []],
  [T.INSERT]: [['SELECT', 'VALUES'], []],
  [T.ALTER]: [
    ['ADD COLUMN', 'ADD CONSTRAINT'],
    ['DROP CONSTRAINT', 'ADD SCHEMA', 'REMOVE SCHEMA'],
  ],
  [T.ANALYZE]: [['COMPUTE STATISTICS', 'TABLESAMPLE SAMPLERATE'], ['FILTERCONTEXT']],
  [T.OpenParen]: [
    ['AND', 'OR'],
    [...operators, 'AS', 'ORDER BY'],
  ],
  [T.IF]: [['THEN', 'AND', 'OR'], operators],
};

/** What may follow the name of what is created. */
const afterName: Partial<Record<K, Following>> = {
  [K.CreateTable]: [['AS', 'WITH'], ['TRANSFORM']],
  [K.CreateView]: [['AS'], []],
  [K.CreateModel]: [['OPTIONS', 'TRANSFORM', 'AS'], []],
  [K.UpdateModel]: [['OPTIONS', 'TRANSFORM', 'AS'], []],
  [K.CreateAudience]: [['WITH', 'AS'], []],
};

const units: Following = [
  ['DAYS', 'HOURS', 'MINUTES', 'WEEKS', 'MONTHS'],
  ['SECONDS', 'YEARS', 'DAY', 'HOUR', 'MONTH'],
];

const negated: Following = [
  ['IN', 'LIKE', 'BETWEEN'],
  ['ILIKE', 'RLIKE'],
];

const inWindow: Following = [
  ['ASC', 'DESC', 'ROWS BETWEEN', 'RANGE BETWEEN'],
  ['NULLS FIRST', 'NULLS LAST'],
];
