import { parameterAt, takes } from '../../catalog/builtins/arity';
import { findFunction } from '../../catalog/builtins/functions';
import { ancestorOf, descendants, type SyntaxNode } from '../../sql/node';
import { NodeKind } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import { textOf, type Statement } from '../../sql/tree';
import { argumentsOf, calledName, ownTokens } from './nodes';

/**
 * The places, from 0 on, of the parameters that stand where only a number can: DuckDB does not tell the type of one
 * that is computed with, and would take its value for a text.
 */
export function numericParameters(statement: Statement, node: SyntaxNode): ReadonlySet<number> {
  const places = new Set<number>();
  for (const each of descendants(node)) {
    const place = each.kind === NodeKind.Parameter ? parameterPlace(statement, each) : undefined;
    if (place !== undefined && isNumber(statement, each)) places.add(place);
  }
  return places;
}

/** The place of `$1` or `?` among the values that the client binds; `undefined` for a named parameter. */
export function parameterPlace(statement: Statement, node: SyntaxNode): number | undefined {
  const text = textOf(statement, node);
  if (/^\$\d+$/.test(text)) return Number(text.slice(1)) - 1;
  if (text !== '?') return undefined;
  return statement.tokens.kinds.subarray(0, node.first).filter((kind) => kind === T.Positional).length;
}

const arithmetic: ReadonlySet<T> = new Set([
  ...[T.Plus, T.Minus, T.Star, T.Slash, T.Percent, T.DIV],
  ...[T.Ampersand, T.Pipe, T.Caret, T.Tilde],
]);

function isNumber(statement: Statement, node: SyntaxNode): boolean {
  const { parent } = node;
  switch (parent?.kind) {
    case NodeKind.Binary:
    case NodeKind.Unary:
      return arithmetic.has(ownTokens(statement, parent)[0] as T);
    case NodeKind.Paren:
      return isNumber(statement, parent);
    case NodeKind.Arguments:
      return isNumericArgument(statement, node);
    default:
      return false;
  }
}

function isNumericArgument(statement: Statement, node: SyntaxNode): boolean {
  const call = ancestorOf(node, NodeKind.FunctionCall);
  if (!call) return false;
  const args = argumentsOf(call);
  const signatures = findFunction(calledName(statement, call))?.signatures.filter((each) =>
    takes(each, args.length),
  );
  const [signature, ...others] = signatures ?? [];
  const type =
    signature && others.length === 0 ? parameterAt(signature, args.indexOf(node))?.type : undefined;
  if (type?.kind === 'exact')
    return type.type.kind === 'scalar' && /^(int|long|double)$/.test(type.type.name);
  const bound = type?.kind === 'class' ? type.name : type?.kind === 'variable' ? type.bound : 'any';
  return ['numeric', 'number', 'exact', 'integral', 'upToInt', 'quantity'].includes(bound);
}
