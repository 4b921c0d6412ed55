import type { TypePattern } from '../../catalog/builtins/functionInfo';
import { childOf, type SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { textOf } from '../../sql/tree';
import { expressionIn, isExpression, isQuery } from '../expressionKinds';
import { nameOf, namesOf } from '../names';
import { unknown } from '../types/builtinTypes';
import type { Walker } from '../walker';
import { stringValue } from './path';
import type { Argument, Scope, Typed } from '../model';

export interface ArgumentNode {
  readonly node: SyntaxNode;
  readonly name: string | undefined;
}

const unknownValue: Typed = { type: unknown, nullable: true };

/** The arguments of a call, without names and aliases; those of functions with a syntax of their own as well. */
export function argumentNodes(walker: Walker, call: SyntaxNode): readonly ArgumentNode[] {
  const list = childOf(call, K.Arguments) ?? call;
  return list.children.flatMap((child) => argumentNode(walker, child));
}

function argumentNode(walker: Walker, child: SyntaxNode): readonly ArgumentNode[] {
  if (isExpression(child) || isQuery(child) || child.kind === K.Star)
    return [{ node: child, name: undefined }];
  if (child.kind !== K.Projection && child.kind !== K.NamedArgument) return [];
  const node = expressionIn(child);
  const label = child.kind === K.Projection ? childOf(child, K.Alias) : child;
  const name = label && childOf(label, K.Name);
  return node ? [{ node, name: name && nameOf(walker.statement, name) }] : [];
}

/** Types an argument; `undefined` for a lambda, which must wait until the other arguments are known. */
export function readArgument(
  walker: Walker,
  given: ArgumentNode,
  pattern: TypePattern | undefined,
  scope: Scope,
): Argument | undefined {
  const { node } = given;
  const base = { ...given, pathName: pathName(walker, node), literal: literalOf(walker, node, pattern) };
  if (node.kind === K.Lambda) return undefined;
  if (node.kind === K.Star) return { ...base, kind: 'star', typed: unknownValue };
  const query = queryOf(node, pattern);
  if (query) {
    const [first] = walker.query(query, scope).columns;
    return { ...base, node: query, kind: 'query', typed: first ?? unknownValue };
  }
  if (pattern?.kind === 'syntax' && pattern.name !== 'star' && node.kind === K.Path)
    return { ...base, kind: 'syntax', typed: unknownValue };
  return { ...base, kind: 'value', typed: walker.expression(node, scope) };
}

/** A query; where one is wanted also one in brackets, which elsewhere is a value. */
function queryOf(node: SyntaxNode, pattern: TypePattern | undefined): SyntaxNode | undefined {
  if (isQuery(node)) return node;
  const isWanted = pattern?.kind === 'syntax' && pattern.name === 'select';
  return isWanted && node.kind === K.Subquery ? node.children.find(isQuery) : undefined;
}

function pathName(walker: Walker, node: SyntaxNode): string | undefined {
  if (node.kind === K.Path) return namesOf(walker.statement, node).at(-1);
  const name = node.kind === K.FieldAccess ? childOf(node, K.Name) : undefined;
  return name && nameOf(walker.statement, name);
}

function literalOf(walker: Walker, node: SyntaxNode, pattern: TypePattern | undefined): string | undefined {
  if (pattern?.kind === 'syntax') return textOf(walker.statement, node);
  const text = stringValue(walker, node);
  if (text !== undefined) return text;
  const written = node.kind === K.Literal || node.kind === K.Unary ? textOf(walker.statement, node) : '';
  return /^-?\s*\d+$/.test(written) ? written.replace(/\s/g, '') : undefined;
}
