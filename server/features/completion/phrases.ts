import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { tokenText, type Statement } from '../../sql/tree';
import { previousToken } from './tokens';

/** Words that go on what was written, alone: nothing else can stand there. */
export interface Phrase {
  readonly label: string;
  /** With tab stops. */
  readonly snippet?: string;
}

/** The words before the cursor (the last ones of a key), and what must follow them. */
const following: Readonly<Record<string, readonly string[]>> = {
  SNAPSHOT: ['SINCE', 'AS OF', 'BETWEEN'],
  ROWS: ['BETWEEN', 'UNBOUNDED PRECEDING', 'CURRENT ROW'],
  RANGE: ['BETWEEN', 'UNBOUNDED PRECEDING', 'CURRENT ROW'],
  'ROWS BETWEEN': ['UNBOUNDED PRECEDING', 'CURRENT ROW', '${1:6} PRECEDING', '${1:1} FOLLOWING'],
  'RANGE BETWEEN': [
    'UNBOUNDED PRECEDING',
    'CURRENT ROW',
    'INTERVAL ${1:7} DAYS PRECEDING',
    '${1:6} PRECEDING',
    'INTERVAL ${1:1} DAYS FOLLOWING',
  ],
  INTERVAL: ['${1:7} DAYS', '${1:1} HOUR', '${1:30} MINUTES', '${1:4} WEEKS', '${1:1} MONTH'],
  UNBOUNDED: ['PRECEDING', 'FOLLOWING'],
  CURRENT: ['ROW'],
  'UNBOUNDED PRECEDING': ['AND'],
  'PRECEDING AND': ['CURRENT ROW', '${1:1} PRECEDING', '${1:1} FOLLOWING', 'UNBOUNDED FOLLOWING'],
  'CURRENT ROW AND': ['UNBOUNDED FOLLOWING', '${1:1} FOLLOWING', 'CURRENT ROW'],
  'FOLLOWING AND': ['UNBOUNDED FOLLOWING', '${1:2} FOLLOWING'],
  IS: ['NULL', 'NOT NULL', 'TRUE', 'FALSE', 'DISTINCT FROM', 'NOT DISTINCT FROM'],
  'IS NOT': ['NULL', 'TRUE', 'FALSE', 'DISTINCT FROM'],
  GROUP: ['BY'],
  PARTITION: ['BY'],
  ORDER: ['BY'],
  NULLS: ['FIRST', 'LAST'],
  CROSS: ['JOIN'],
  INNER: ['JOIN'],
  RIGHT: ['JOIN', 'OUTER JOIN'],
  FULL: ['JOIN', 'OUTER JOIN'],
  LEFT: ['JOIN', 'OUTER JOIN', 'SEMI JOIN', 'ANTI JOIN'],
  UNION: ['ALL', 'SELECT'],
  'UNION ALL': ['SELECT'],
  CREATE: [
    'TABLE',
    'TEMP TABLE',
    'VIEW',
    'OR REPLACE VIEW',
    'MODEL',
    'OR REPLACE MODEL',
    'AUDIENCE',
    'DATABASE',
    'SCHEMA',
  ],
  'CREATE OR': ['REPLACE VIEW', 'REPLACE MODEL'],
  'OR REPLACE': ['VIEW', 'MODEL'],
  UPDATE: ['MODEL'],
  DROP: ['TABLE', 'VIEW', 'MODEL', 'AUDIENCE', 'SCHEMA', 'DATABASE', 'TABLESAMPLE'],
  ALTER: ['TABLE', 'VIEW'],
  ADD: [
    'COLUMN',
    'CONSTRAINT PRIMARY KEY (${1:column}) NAMESPACE ${2:namespace}',
    'CONSTRAINT FOREIGN KEY (${1:column}) REFERENCES ${2:table}(${3:column})',
    "CONSTRAINT PRIMARY IDENTITY (${1:column}) NAMESPACE '${2:ECID}'",
    "CONSTRAINT IDENTITY (${1:column}) NAMESPACE '${2:ECID}'",
    'SCHEMA',
  ],
  CONSTRAINT: ['PRIMARY KEY', 'FOREIGN KEY', 'PRIMARY IDENTITY', 'IDENTITY'],
  ANALYZE: ['TABLE'],
  COMPUTE: ['STATISTICS'],
  'COMPUTE STATISTICS': ['FOR ALL COLUMNS', 'FOR COLUMNS (${1:column})', 'AS ${1:alias}'],
  'STATISTICS FOR': ['ALL COLUMNS', 'COLUMNS'],
  SAMPLERATE: ['${1:5}'],
  TABLESAMPLE: ['SAMPLERATE ${1:5}', 'FILTERCONTEXT (${1:condition})'],
  INSERT: ['INTO'],
  SHOW: [
    'TABLES',
    'VIEWS',
    'MODELS',
    'STATISTICS',
    'SCHEMAS',
    'DATABASES',
    'DATAGROUPS',
    'NAMESPACES',
    'PRIMARY KEYS',
    'FOREIGN KEYS',
    'ALL',
  ],
  EXCEPTION: ['WHEN OTHERS THEN'],
  'EXCEPTION WHEN': ['OTHERS THEN'],
  'WHEN OTHERS': ['THEN'],
  SET: [
    'auto_to_json = true',
    'resolve_fallback_snapshot_on_failure = true',
    'aqp = true',
    'drop_system_columns = false',
    'skip_stats_for_complex_datatypes = false',
  ],
  'CREATE TABLE IF': ['NOT EXISTS'],
  TO: ["'%scratch_space%/${1:folder}'"],
  FETCH: ['${1:100} FROM'],
  DEALLOCATE: ['ALL'],
};

/** Words that begin a phrase in one kind of statement only. */
const onlyIn: Readonly<Partial<Record<string, RegExp>>> = {
  'COMPUTE STATISTICS': /^\s*ANALYZE\b/i,
  'STATISTICS FOR': /^\s*ANALYZE\b/i,
  COMPUTE: /^\s*ANALYZE\b/i,
  TABLESAMPLE: /^\s*ANALYZE\b/i,
  ADD: /^\s*ALTER\b/i,
  CONSTRAINT: /^\s*ALTER\b/i,
  SAMPLERATE: /^\s*ANALYZE\b/i,
  TO: /^\s*COPY\b/i,
  UPDATE: /^\s*UPDATE\b/i,
  SHOW: /^\s*SHOW\b/i,
};

/** What must follow the words before a token; `undefined` where it is no fixed phrase. */
export function phrasesAt(statement: Statement, token: number): readonly Phrase[] | undefined {
  const words = wordsBefore(statement, token);
  for (let count = words.length; count > 0; count--) {
    const key = words.slice(-count).join(' ');
    const labels = Object.hasOwn(following, key) ? following[key] : undefined;
    if (labels && onlyIn[key]?.test(statement.text) !== false) return labels.map(phrase);
  }
  return undefined;
}

function phrase(text: string): Phrase {
  const label = text.replace(/\$\{\d+:([^}]*)\}/g, '$1');
  return label === text ? { label } : { label, snippet: text };
}

const mostWords = 3;

/** The last words before a token that are no names (INTERVAL is one as long as no number follows), upper-cased, as far as nothing but such words stands there. */
function wordsBefore(statement: Statement, token: number): readonly string[] {
  const words: string[] = [];
  let at = previousToken(statement, token);
  for (; at >= 0 && words.length < mostWords; at = previousToken(statement, at)) {
    const text = tokenText(statement, at).trim();
    if (!/^[A-Za-z]+$/.test(text)) break;
    if (nodeOfToken(statement.root, at).kind === K.Name && !/^interval$/i.test(text)) break;
    words.unshift(text.toUpperCase());
  }
  return words;
}
