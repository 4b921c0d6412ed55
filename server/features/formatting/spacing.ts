import type { SyntaxNode } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';
import { TokenKind as T } from '../../sql/tokenKind';
import type { Item } from './item';

/** A space stands between two neighbours in a node, where they are on one line. */
export function separates(kinds: Uint16Array, before: Item, next: Item, parent: SyntaxNode): boolean {
  const last = kinds[before.end - 1] as T;
  const first = kinds[next.first] as T;
  if (bindsToNext(last) || bindsToPrevious(first)) return false;
  if (first === T.OpenParen) return !isCallLike(kinds, before, next, parent);
  if (first === T.OpenBracket)
    return parent.kind !== K.Index && parent.kind !== K.ArrayLiteral && parent.kind !== K.TypeName;
  if (parent.kind === K.Unary) return last === T.NOT || (last === T.Minus && first === T.Minus);
  if (parent.kind === K.TypeName) return first !== T.Less && first !== T.Greater && last !== T.Less;
  if (first === T.Colon) return parent.kind !== K.StructField && parent.kind !== K.ColumnDefinition;
  return !(parent.kind === K.Parameter && last === T.Colon);
}

function bindsToNext(kind: T): boolean {
  return kind === T.OpenParen || kind === T.OpenBracket || kind === T.Dot || kind === T.ColonColon;
}

function bindsToPrevious(kind: T): boolean {
  switch (kind) {
    case T.CloseParen:
    case T.CloseBracket:
    case T.Comma:
    case T.Semicolon:
    case T.Dot:
    case T.ColonColon:
      return true;
    default:
      return false;
  }
}

/** The bracket follows its word without a space, as in a call. */
function isCallLike(kinds: Uint16Array, before: Item, next: Item, parent: SyntaxNode): boolean {
  if (next.node?.kind === K.Arguments) return true;
  if (next.node?.kind === K.ColumnList) return parent.kind === K.TableAlias;
  if (next.node) return parent.kind === K.Unary && kinds[before.end - 1] !== T.NOT;
  return parent.kind === K.TypeName || parent.kind === K.Cast || parent.kind === K.Execute;
}
