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
  'INSERT INTO',
  'CREATE TEMP TABLE',
  'CREATE VIEW',
  'CREATE OR REPLACE VIEW',
  'CREATE MODEL',
  'CREATE AUDIENCE',
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
];
const outsideBlock = ['$$ BEGIN'];
const inBlock = ['SELECT', 'SET @', 'INSERT INTO', 'IF', 'EXCEPTION WHEN OTHERS THEN', 'END'];
/** What an operand may begin with, by the keyword before it. */
const openings = ['CASE', 'CAST(', 'NOT', 'EXISTS', 'NULL', 'TRUE', 'FALSE', 'INTERVAL', 'DATE', 'TIMESTAMP'];

/** Keywords that fit where the cursor is. */
export function* keywordProposals(typing: Typing): Generator<Proposal> {
  const { place, model, token } = typing;
  const { statement } = model;
  switch (place.kind) {
    case 'statementStart': {
      const isInBlock = ancestorOf(nodeOfToken(statement.root, token), K.Block) !== undefined;
      yield* keywords(isInBlock ? inBlock : [], rank.likelyKeyword);
      yield* keywords([...statements, ...(isInBlock ? [] : outsideBlock)], rank.likelyKeyword + 1);
      return;
    }
    case 'continuation': {
      const [likely, others] = keywordsAfter(typing);
      yield* keywords(likely, rank.likelyKeyword);
      yield* keywords(others, rank.keyword);
      return;
    }
    case 'table':
      if (!place.relation || place.qualifier.length > 0) return;
      if (tokenBefore(statement, token) === T.OpenParen) yield* keywords(['SELECT'], rank.value);
      yield* keywords(['LATERAL', 'VALUES'], rank.keyword + 4);
      return;
    case 'expression': {
      if (place.qualifier.length > 0 || place.called) return;
      const before = previousToken(statement, token);
      const kind = tokenBefore(statement, token);
      const called = kind === T.OpenParen ? calledAt(statement, before) : '';
      if (kind === T.SELECT || kind === T.OpenParen) yield* keywords(['DISTINCT'], rank.keyword);
      if (kind === T.SELECT || called === 'count') yield* keywords(['*'], rank.source);
      if (kind === T.OpenParen)
        yield* keywords(['SELECT'], called === 'in' ? rank.likelyKeyword - 2 : rank.keyword);
      yield* keywords(openings, rank.keyword + 5);
      return;
    }
    default:
  }
}

function tokenBefore(statement: Statement, token: number): T {
  const before = previousToken(statement, token);
  return before < 0 ? T.EndOfText : (statement.tokens.kinds[before] as T);
}

/** The word before a bracket: a function or IN. */
function calledAt(statement: Statement, bracket: number): string {
  const before = previousToken(statement, bracket);
  return before < 0 ? '' : tokenText(statement, before).trim().toLowerCase();
}

/** The likely ones come first in the lists. */
function* keywords(labels: readonly string[], order: number): Generator<Proposal> {
  for (const [index, label] of labels.entries()) yield { label, kind: 'keyword', rank: order + index / 100 };
}
