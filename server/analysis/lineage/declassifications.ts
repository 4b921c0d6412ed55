import type { TextRange } from '../../base/textRange';
import { childOf, childrenOf, type SyntaxNode } from '../../sql/node';
import { nodeOfToken } from '../../sql/nodeAt';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import { expressionIn, isQuery } from '../expressionKinds';
import { nameOf, namesOf } from '../names';

/** `-- feature-sql: declassify column label, label: reason`: the labels end at that column. */
export interface Declassification {
  /** The comment, in the statement's text. */
  readonly range: TextRange;
  /** Empty where none is named. */
  readonly column: string;
  /** The column's name in the comment, with its quotes. */
  readonly name: TextRange;
  readonly labels: readonly string[];
  /** `undefined` where none is given: then the comment has no effect. */
  readonly reason: string | undefined;
  /** The Projections that make the column. */
  readonly projections: readonly SyntaxNode[];
}

const form =
  /^--\s*feature-sql:\s*declassify\b\s*(`[^`]+`|"[^"]+"|[^\s:,]+)?(?:\s+([\w-]+(?:\s*,\s*[\w-]+)*))?\s*(?::(.*))?$/;

const none: readonly Declassification[] = [];
const cache = new WeakMap<Statement, readonly Declassification[]>();

export function hasDeclassifications(statement: Statement): boolean {
  return declassificationsOf(statement).length > 0;
}

/** The declassifications in a statement's text, that is, also in the comments before it. */
export function declassificationsOf(statement: Statement): readonly Declassification[] {
  if (!statement.text.includes('declassify')) return none;
  let found = cache.get(statement);
  if (!found) {
    found = read(statement);
    cache.set(statement, found);
  }
  return found;
}

function read(statement: Statement): readonly Declassification[] {
  const { kinds, starts, count } = statement.tokens;
  const found: Declassification[] = [];
  for (let token = 0; token < count; token++) {
    if (kinds[token] !== TokenKind.LineComment) continue;
    const text = tokenText(statement, token).trimEnd();
    const match = form.exec(text);
    if (!match) continue;
    const [, name = '', list, said] = match;
    const start = starts[token] as number;
    const column = /^[`"]/.test(name) ? name.slice(1, -1) : name;
    const reason = said?.trim();
    const nameStart = start + text.indexOf(name, text.indexOf('declassify') + 'declassify'.length);
    const nameRange = { start: nameStart, end: nameStart + name.length };
    found.push({
      range: { start, end: start + text.length },
      column,
      name: nameRange,
      labels: list?.split(',').map((label) => label.trim()) ?? [],
      reason: reason === '' ? undefined : reason,
      projections: projectionsAfter(statement, token).filter((item) => makes(statement, item, column)),
    });
  }
  return found;
}

/**
 * The select list that a comment speaks about: the one that it stands in or behind, or else those of the query or
 * statement that it stands before.
 */
function projectionsAfter(statement: Statement, comment: number): readonly SyntaxNode[] {
  const { kinds, count } = statement.tokens;
  let next = comment + 1;
  while (next < count && isTrivia(kinds[next] as TokenKind)) next++;
  if (next >= count) return [];
  let node = nodeOfToken(statement.root, next);
  while (node.parent && node.parent.first === next && node.parent !== statement.root) node = node.parent;
  for (let at: SyntaxNode | undefined = node; at && !beginsAt(statement, at, next); at = at.parent) {
    if (at.kind === K.Select) return projectionsOf(at);
  }
  return outermost(node);
}

const beginners: readonly (K | undefined)[] = [K.BlockStatement, K.CommonTable];

/** A query or statement begins with the token. */
function beginsAt(statement: Statement, node: SyntaxNode, token: number): boolean {
  if (node.first !== token) return false;
  return (
    isQuery(node) ||
    node.parent === statement.root ||
    beginners.includes(node.kind) ||
    beginners.includes(node.parent?.kind)
  );
}

function projectionsOf(select: SyntaxNode): readonly SyntaxNode[] {
  const clause = childOf(select, K.SelectClause);
  return clause ? childrenOf(clause, K.Projection) : [];
}

/** The select lists of a query, of both sides of a set operation, or of the query of a statement. */
function outermost(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === K.Select) return projectionsOf(node);
  const queries = node.children.filter(isQuery);
  if (queries.length > 0) return queries.flatMap(outermost);
  return node.children.filter((child) => child.kind !== K.WithClause).flatMap(outermost);
}

function makes(statement: Statement, item: SyntaxNode, column: string): boolean {
  const alias = childOf(item, K.Alias);
  const list = alias && childOf(alias, K.ColumnList);
  const expression = expressionIn(item);
  const path = expression?.kind === K.Path ? namesOf(statement, expression).at(-1) : undefined;
  const access = expression?.kind === K.FieldAccess ? childOf(expression, K.Name) : undefined;
  const names = alias
    ? namesOf(statement, list ?? alias)
    : [path ?? (access ? nameOf(statement, access) : undefined)];
  return names.some((name) => name?.toLowerCase() === column.toLowerCase());
}
