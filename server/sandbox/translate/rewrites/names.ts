import type { SyntaxNode } from '../../../sql/node';
import { childOf } from '../../../sql/node';
import { NodeKind } from '../../../sql/nodeKind';
import { TokenKind as T } from '../../../sql/tokenKind';
import { textOf } from '../../../sql/tree';
import { identifier } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import { ownTokens } from '../nodes';
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

/** `$1` is as in DuckDB, and `?` is counted. */
export function parameter(t: Translation, node: SyntaxNode): Fragment {
  const text = textOf(t.statement, node);
  if (/^\$\d+$/.test(text)) return t.copy(node);
  if (text !== '?') throw noValue(t, node);
  const { kinds } = t.statement.tokens;
  const place = kinds.subarray(0, node.first).filter((kind) => kind === T.Positional).length;
  return t.make(node)`$${String(place + 1)}`;
}

/** A template, parameter or variable that nobody put a value in for. */
export function noValue(t: Translation, node: SyntaxNode): Error {
  return analysisError(t.statement, node, `${textOf(t.statement, node)} has no value`);
}
