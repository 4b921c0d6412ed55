import type { TextRange } from '../../base/textRange';
import type { StatementModel } from '../../analysis/model';
import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { sqlBlock } from '../render/markdownText';

interface KeywordHelp {
  readonly form: string;
  readonly help: string;
}

/** What other SQL does not have, or has in another way, by the part of the statement that begins with the word. */
const helps = new Map<K, KeywordHelp>([
  [
    K.SnapshotClause,
    {
      form: "table SNAPSHOT SINCE id\ntable SNAPSHOT AS OF id\ntable SNAPSHOT BETWEEN id AND id\ntable SNAPSHOT BETWEEN 'HEAD' AND id\ntable SNAPSHOT BETWEEN id AND 'TAIL'",
      help: "Reads the rows of some of the table's snapshots, one of which each write makes. The start does not count itself, the end does: `BETWEEN 'HEAD' AND id` reads from the first one on. `SELECT history_meta('table')` lists them.",
    },
  ],
  [
    K.SampleClause,
    {
      form: 'table TABLESAMPLE (5 PERCENT)\ntable TABLESAMPLE (100 ROWS)',
      help: 'Reads some of the rows. Samples that are kept and read again are made with `ANALYZE TABLE ... TABLESAMPLE SAMPLERATE`.',
    },
  ],
  [
    K.TransformClause,
    {
      form: 'TRANSFORM (function(column) AS name, ...)',
      help: 'Turns columns of the query into features before a model is trained; each function sees the names before it. The last one makes the vector that the model reads: `vector_assembler(array(...))`, or a scaler of it.',
    },
  ],
  [
    K.LateralView,
    {
      form: 'LATERAL VIEW OUTER explode(array) name AS column',
      help: 'One row for each element of an array or map, beside the columns of its row. With `OUTER`, rows without elements stay.',
    },
  ],
  [
    K.QualifyClause,
    {
      form: 'QUALIFY row_number() OVER (PARTITION BY key ORDER BY time DESC) = 1',
      help: 'Keeps the rows for which a condition on window functions holds.',
    },
  ],
  [
    K.FilterContext,
    {
      form: 'ANALYZE TABLE table FILTERCONTEXT (condition) COMPUTE STATISTICS',
      help: 'Only the rows that meet the condition are counted or sampled.',
    },
  ],
  [
    K.Analyze,
    {
      form: 'ANALYZE TABLE table COMPUTE STATISTICS FOR ALL COLUMNS AS name\nANALYZE TABLE table TABLESAMPLE SAMPLERATE percent',
      help: 'Computes statistics of columns as a temporary table of the session, or makes a sample that later queries can read.',
    },
  ],
]);

/** The help to the first word of a part of the statement. */
export function keywordHover(
  { statement }: StatementModel,
  node: SyntaxNode,
  token: number,
): { readonly range: TextRange; readonly markdown: string } | undefined {
  const { kinds, starts } = statement.tokens;
  const isApproximate = kinds[token] === T.WITHAPPROXIMATE;
  const found = isApproximate ? approximate : node.first === token ? helps.get(node.kind) : undefined;
  if (!found) return undefined;
  const range = { start: starts[token] as number, end: starts[token + 1] as number };
  return { range, markdown: `${sqlBlock(found.form)}\n\n${found.help}` };
}

const approximate: KeywordHelp = {
  form: 'SELECT ... FROM table WITHAPPROXIMATE',
  help: 'Reads the newest sample of each table in its place. `ANALYZE TABLE ... TABLESAMPLE SAMPLERATE` makes one.',
};
