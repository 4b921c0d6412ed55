import type { SyntaxNode } from '../../../sql/node';
import { isTrivia, TokenKind as T } from '../../../sql/tokenKind';
import { tokenText } from '../../../sql/tree';
import { quoted } from '../../store/sqlText';
import type { Fragment } from '../fragment';
import { ownTokens, stringValue } from '../nodes';
import { notSupported } from '../refusal';
import { sparkString } from '../sparkString';
import type { Translation } from '../translation';

/** Strings side by side are one string; a typed literal may have its text in double quotes. */
export function literal(t: Translation, node: SyntaxNode): Fragment {
  const kinds = ownTokens(t.statement, node);
  if (kinds.length < 2) return t.copy(node);
  const text = stringValue(t.statement, node);
  if (text !== undefined) return t.make(node)`${quoted(text)}`;
  switch (kinds[0]) {
    case T.DATE:
      return t.make(node)`CAST(${quoted(lastString(t, node))} AS DATE)`;
    case T.TIMESTAMP:
    case T.TIMESTAMP_LTZ:
    case T.TIMESTAMP_NTZ:
      return t.make(node)`spark.to_timestamp(${quoted(lastString(t, node))})`;
    default:
      throw notSupported(t.statement, node, 'a literal of this type');
  }
}

/** The last word of a node. */
function lastWord(t: Translation, node: SyntaxNode): string {
  for (let at = node.end - 1; at > node.first; at--) {
    if (!isTrivia(t.statement.tokens.kinds[at] as T)) return tokenText(t.statement, at);
  }
  return '';
}

function lastString(t: Translation, node: SyntaxNode): string {
  return sparkString(lastWord(t, node));
}
