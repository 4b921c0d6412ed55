import type { SyntaxNode } from '../../../sql/node';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { identifier } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import { ownTokens } from '../nodes';
import { isScalar } from '../duckdbType';
import { parameterPlace } from '../numericParameters';
import { analysisError, notSupported } from '../refusal';
import type { Translation } from '../translation';

/** Words that the dialect takes as names are reserved in DuckDB, so every bare name is quoted; case counts in neither. */
export function name(t: Translation, node: SyntaxNode): Fragment {
  switch (ownTokens(t.statement, node)[0]) {
    case T.BackQuoted:
    case T.DoubleQuoted:
      return t.copy(node);
    case T.Variable:
    case T.Parameter:
    case T.Template:
      throw noValue(t, node);
    default:
      return isFunctionName(node) ? t.copy(node) : t.make(node)`${identifier(textOf(t.statement, node))}`;
  }
}

function isFunctionName(node: SyntaxNode): boolean {
  return node.parent?.kind === NodeKind.QualifiedName && node.parent.parent?.kind === NodeKind.FunctionCall;
}

/** AS ( a, b ) names the columns of a generator. */
export function alias(t: Translation, node: SyntaxNode): Fragment {
  if (node.children.length > 1) throw notSupported(t.statement, node, 'an alias of several names');
  const only = childOf(node, NodeKind.Name);
  return only ? t.make(node)` AS ${t.emit(only)}` : t.copy(node);
}

/** `$1` is as in DuckDB, and `?` is counted. A date moves by a number of days. */
export function parameter(t: Translation, node: SyntaxNode): Fragment {
  const place = parameterPlace(t.statement, node);
  if (place === undefined) throw noValue(t, node);
  const value = `$${place + 1}`;
  return isDays(t, node) ? t.make(node)`CAST(${value} AS INTEGER)` : t.make(node)`${value}`;
}

function isDays(t: Translation, { parent }: SyntaxNode): boolean {
  if (parent?.kind !== NodeKind.Binary) return false;
  const operator = ownTokens(t.statement, parent)[0];
  if (operator !== T.Plus && operator !== T.Minus) return false;
  return parent.children.some((operand) => isScalar(t.environment.typeOf(operand), 'date'));
}

/** A template, parameter or variable that nobody put a value in for. */
export function noValue(t: Translation, node: SyntaxNode): Error {
  return analysisError(t.statement, node, `${textOf(t.statement, node)} has no value`);
}
