import { ancestorOf } from '../../../sql/node';
import { nodeOfToken } from '../../../sql/nodeAt';
import { NodeKind as K } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { tokenText, type Statement } from '../../../sql/tree';
import type { Proposal } from '../completionItem';
import type { Typing } from '../place';
import { rank } from '../rank';
import { previousToken } from '../tokens';
import { keywordsAfter } from './keywordsAfter';

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
  'DROP MODEL',
  'ALTER TABLE',
  'ANALYZE TABLE',
  'SHOW TABLES',
  'SHOW VIEWS',
  'UPDATE MODEL',
  'PREPARE',
  'EXECUTE',
  'SET',
  'EXPLAIN',
  '$$ BEGIN',
];
const inBlock = ['SET @', 'IF', 'EXCEPTION WHEN OTHERS THEN', 'END'];
/** What an operand may begin with, by the keyword before it. */
const openings = ['CASE', 'CAST(', 'NOT', 'EXISTS', 'NULL', 'TRUE', 'FALSE', 'INTERVAL', 'DATE', 'TIMESTAMP'];

/** Keywords that fit where the cursor is. */
export function* keywordProposals(typing: Typing): Generator<Proposal> {
  const { place, model, token } = typing;
  const { statement } = model;
  switch (place.kind) {
    case 'statementStart':
      yield* keywords(statements, rank.likelyKeyword);
      if (ancestorOf(nodeOfToken(statement.root, token), K.Block))
        yield* keywords(inBlock, rank.likelyKeyword);
      return;
    case 'continuation': {
      const [likely, others] = keywordsAfter(typing);
      yield* keywords(likely, rank.likelyKeyword);
      yield* keywords(others, rank.keyword);
      return;
    }
    case 'table':
      if (place.relation && place.qualifier.length === 0)
        yield* keywords(['LATERAL', 'VALUES'], rank.keyword + 4);
      return;
    case 'expression': {
      if (place.qualifier.length > 0 || place.called) return;
      const before = previousToken(statement, token);
      const kind = before < 0 ? T.EndOfText : (statement.tokens.kinds[before] as T);
      const isCount = kind === T.OpenParen && calledAt(statement, before) === 'count';
      if (kind === T.SELECT || kind === T.OpenParen) yield* keywords(['DISTINCT'], rank.keyword);
      if (kind === T.SELECT || isCount) yield* keywords(['*'], rank.source);
      if (kind === T.OpenParen) yield* keywords(['SELECT'], rank.keyword);
      yield* keywords(openings, rank.keyword + 5);
      return;
    }
    default:
  }
}

/** The name of the function whose bracket a token is. */
function calledAt(statement: Statement, bracket: number): string {
  return bracket === 0 ? '' : tokenText(statement, bracket - 1).toLowerCase();
}

function* keywords(labels: readonly string[], order: number): Generator<Proposal> {
  for (const label of labels) yield { label, kind: 'keyword', rank: order };
}
