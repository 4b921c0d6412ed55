import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { isTrivia, TokenKind as T } from '../../sql/tokenKind';
import { tokenText } from '../../sql/tree';
import { operatorOf } from '../expression/operator';
import { expressionsIn } from '../expressionKinds';
import type { StatementModel } from '../model';
import { rowPath, sameColumn } from './rowPath';

/** Names of one function. */
const synonyms: Readonly<Record<string, string>> = {
  average: 'avg',
  mean: 'avg',
  ceiling: 'ceil',
  char_length: 'length',
  character_length: 'length',
  len: 'length',
  dateadd: 'date_add',
  datediff: 'date_diff',
  datepart: 'date_part',
  day: 'dayofmonth',
  ifnull: 'nvl',
  lcase: 'lower',
  pow: 'power',
  sha1: 'sha',
  signum: 'sign',
  substr: 'substring',
  ucase: 'upper',
  chr: 'char',
  now: 'current_timestamp',
  curdate: 'current_date',
};

/** Operators whose operands may be told in any order. */
export const commutative: ReadonlySet<T> = new Set([
  T.Plus,
  T.Star,
  T.AND,
  T.OR,
  T.Equal,
  T.EqualEqual,
  T.NullSafeEqual,
  T.Ampersand,
  T.Pipe,
  T.Caret,
]);

/** Whether two expressions of a select say the same: by tree, names by what they mean, in whatever order they add. */
export function sameExpression(model: StatementModel, one: SyntaxNode, other: SyntaxNode): boolean {
  const [a, b] = [bare(one), bare(other)];
  const [left, right] = [rowPath(model, a), rowPath(model, b)];
  if (left && right) {
    return sameColumn(left.column, right.column) && left.fields.join('.') === right.fields.join('.');
  }
  if (a.kind !== b.kind || a.children.length !== b.children.length) return false;
  if (a.kind === K.Binary && sameOperands(model, a, b)) return true;
  if (!sameTokens(model, a, b)) return false;
  return a.children.every((child, index) => sameExpression(model, child, b.children[index] as SyntaxNode));
}

/** An expression without the brackets around it. */
export function bare(node: SyntaxNode): SyntaxNode {
  const [inner] = node.kind === K.Paren ? expressionsIn(node) : [];
  return inner ? bare(inner) : node;
}

function sameOperands(model: StatementModel, a: SyntaxNode, b: SyntaxNode): boolean {
  const operator = operatorOf(model.statement, a);
  if (!commutative.has(operator) || operatorOf(model.statement, b) !== operator) return false;
  const [ours, theirs] = [operands(model, a, operator), operands(model, b, operator)];
  if (ours.length !== theirs.length) return false;
  return ours.every((operand) => {
    const at = theirs.findIndex((each) => sameExpression(model, operand, each));
    if (at < 0) return false;
    theirs.splice(at, 1);
    return true;
  });
}

/** The operands of a chain such as `a + b + c`. */
function operands(model: StatementModel, node: SyntaxNode, operator: T): SyntaxNode[] {
  const inner = bare(node);
  if (inner.kind !== K.Binary || operatorOf(model.statement, inner) !== operator) return [inner];
  return expressionsIn(inner).flatMap((each) => operands(model, each, operator));
}

function sameTokens(model: StatementModel, a: SyntaxNode, b: SyntaxNode): boolean {
  const [ours, theirs] = [ownTexts(model, a), ownTexts(model, b)];
  return ours.length === theirs.length && ours.every((text, index) => text === theirs[index]);
}

/** The texts of the tokens that are a node's own, not of its children, without regard to case. */
export function ownTexts(model: StatementModel, node: SyntaxNode): readonly string[] {
  const { kinds } = model.statement.tokens;
  const texts: string[] = [];
  let child = 0;
  for (let at = node.first; at < node.end; at++) {
    while ((node.children[child]?.end ?? Infinity) <= at) child++;
    const next = node.children[child];
    if (next && at >= next.first) at = next.end - 1;
    else if (!isTrivia(kinds[at] as T)) texts.push(meaningOf(model, node, at));
  }
  return texts;
}

function meaningOf(model: StatementModel, node: SyntaxNode, at: number): string {
  const text = tokenText(model.statement, at);
  if (node.kind === K.Literal && model.statement.tokens.kinds[at] === T.String) return text;
  const word = text.toLowerCase();
  return node.kind === K.Name && Object.hasOwn(synonyms, word) ? (synonyms[word] as string) : word;
}
