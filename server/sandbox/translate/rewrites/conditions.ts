import { childrenOf, type SyntaxNode } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { scalar } from '../../../catalog/typeText';
import { TokenKind as T } from '../../../sql/tokenKind';
import { isScalar, isVoid } from '../duckdbType';
import type { Fragment } from '../fragment';
import { ownTokens } from '../nodes';
import { notSupported } from '../refusal';
import type { Translation } from '../translation';
import { comparedAs } from './comparison';

/** The branches of CASE have one type. */
export function caseExpression(t: Translation, node: SyntaxNode): Fragment {
  const type = t.environment.typeOf(node);
  if (type) {
    const branches = [...childrenOf(node, NodeKind.When), ...childrenOf(node, NodeKind.Else)];
    for (const branch of branches) {
      const result = branch.children.at(-1);
      if (result) t.expect(result, type);
    }
  }
  return t.copy(node);
}

/** IN compares as texts as soon as one side is a text. */
export function inList(t: Translation, node: SyntaxNode): Fragment {
  const types = node.children.map((child) => t.environment.typeOf(child));
  const texts = types.filter((type) => isScalar(type, 'string')).length;
  if (texts > 0 && texts < types.length && types.every((type) => type?.kind !== 'array')) {
    for (const child of node.children) t.expect(child, scalar('string'));
  }
  return t.copy(node);
}

/** BETWEEN is two comparisons, each with its own conversion. */
export function between(t: Translation, node: SyntaxNode): Fragment {
  const words = ownTokens(t.statement, node);
  if (words.includes(T.SYMMETRIC)) throw notSupported(t.statement, node, 'BETWEEN SYMMETRIC');
  const [value, low, high] = node.children;
  if (!value || !low || !high) return t.copy(node);
  const typeOf = t.environment.typeOf;
  if (isVoid(typeOf(value))) return t.make(node)`CAST(NULL AS BOOLEAN)`;
  const lowType = comparedAs(typeOf(value), typeOf(low));
  const highType = comparedAs(typeOf(value), typeOf(high));
  if (!lowType && !highType) return t.copy(node);
  const not = words.includes(T.NOT) ? 'NOT ' : '';
  const side = (
    bound: SyntaxNode,
    sign: string,
    type = comparedAs(typeOf(value), typeOf(bound)),
  ): Fragment =>
    type
      ? t.make(node)`${t.emitAs(value, type)} ${sign} ${t.emitAs(bound, type)}`
      : t.make(node)`${t.emit(value)} ${sign} ${t.emit(bound)}`;
  return t.make(node)`(${not}(${side(low, '>=')} AND ${side(high, '<=')}))`;
}
