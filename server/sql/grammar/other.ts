import { NodeKind } from '../nodeKind';
import type { Mark, Parser } from '../parser';
import { isKeyword, TokenKind as T } from '../tokenKind';
import { isName, qualifiedName } from './names';
import { options } from './options';
import { startsQuery } from './startsQuery';

/** Any statement whose words mean nothing to us: it is taken whole. */
export function otherRest(p: Parser, mark: Mark, kind: NodeKind = NodeKind.OtherStatement): void {
  while (!p.atEnd && p.kind !== T.Semicolon) p.bump();
  p.close(mark, kind);
}

/** A statement of Spark that Query Service does not document, and whose parts no feature needs; its second word is known. */
export function other(p: Parser): void {
  const mark = p.open();
  const second = secondWords.get(p.kind);
  p.bump();
  if (second && !second.some((word) => p.isText(word))) p.expected(second.join(' or '));
  otherRest(p, mark);
}

const files = ['JAR', 'JARS', 'FILE', 'FILES', 'ARCHIVE', 'ARCHIVES'];

const secondWords: ReadonlyMap<T, readonly string[]> = new Map([
  [T.ADD, files],
  [T.LIST, files],
  [T.CLEAR, ['CACHE']],
  [T.COMMENT, ['ON']],
  [T.LOAD, ['DATA']],
  [T.MSCK, ['REPAIR']],
  [T.REPAIR, ['TABLE']],
  [T.UNCACHE, ['TABLE']],
]);

/** (DESC | DESCRIBE) (QUERY? Query | (DATABASE | SCHEMA | FUNCTION)? EXTENDED? QualifiedName | TABLE? (EXTENDED | FORMATTED)? QualifiedName PartitionSpec? Name?) */
export function describe(p: Parser): void {
  const mark = p.open();
  p.bump();
  if (p.kind === T.QUERY && startsQuery(p, 1)) p.bump();
  if (startsQuery(p) && !(p.is(T.TABLE) && isName(p, 1))) p.rules.query(p);
  else {
    if (isDescribedKind(p.kind) && namesFollow(p)) p.bump();
    if ((p.kind === T.EXTENDED || p.kind === T.FORMATTED) && namesFollow(p)) p.bump();
    qualifiedName(p, 'a table');
    if (p.is(T.PARTITION)) options(p, 1, NodeKind.PartitionSpec);
    if (isName(p)) qualifiedName(p, 'a column');
  }
  p.close(mark, NodeKind.OtherStatement);
}

function namesFollow(p: Parser): boolean {
  return isName(p, 1) || isKeyword(p.nth(1));
}

function isDescribedKind(kind: T): boolean {
  switch (kind) {
    case T.TABLE:
    case T.DATABASE:
    case T.SCHEMA:
    case T.NAMESPACE:
    case T.FUNCTION:
      return true;
    default:
      return false;
  }
}

/** CACHE LAZY? TABLE QualifiedName Options? (AS? Query)? */
export function cache(p: Parser): void {
  const mark = p.open();
  p.bump();
  p.eat(T.LAZY);
  p.expect(T.TABLE);
  qualifiedName(p, 'a table');
  if (p.is(T.OPTIONS)) options(p, 1);
  const hasAs = p.eat(T.AS);
  if (hasAs || startsQuery(p)) p.rules.query(p);
  p.close(mark, NodeKind.OtherStatement);
}

/** USE (NAMESPACE | DATABASE | SCHEMA)? QualifiedName */
export function use(p: Parser): void {
  const mark = p.open();
  p.bump();
  if ((p.kind === T.NAMESPACE || p.kind === T.DATABASE || p.kind === T.SCHEMA) && isName(p, 1)) p.bump();
  qualifiedName(p, 'a database');
  p.close(mark, NodeKind.OtherStatement);
}
