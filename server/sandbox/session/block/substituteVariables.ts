import type { SyntaxNode } from '../../../sql/node';
import { TokenKind } from '../../../sql/tokenKind';
import type { Statement } from '../../../sql/tree';
import { copied, joined, made, render, type Fragment } from '../../translate/fragment';
import type { TranslatedSql } from '../../translate/translatedSql';
import type { Variables } from './variables';

/**
 * The text of a node with the values of variables in their places, in strings too. A name without a value stays, and
 * the statement that uses it then says so.
 */
export function substituteVariables(
  statement: Statement,
  node: SyntaxNode,
  variables: Variables,
): TranslatedSql {
  const { kinds, starts } = statement.tokens;
  const parts: Fragment[] = [];
  for (let at = node.first; at < node.end; at++) {
    const start = starts[at] as number;
    const end = starts[at + 1] as number;
    const text = statement.text.slice(start, end);
    const replaced = replacement(kinds[at] as TokenKind, text, variables);
    parts.push(replaced === undefined ? copied(start, end) : made(replaced, start));
  }
  return render(joined(parts), statement.text);
}

function replacement(kind: TokenKind, text: string, variables: Variables): string | undefined {
  if (kind === TokenKind.Variable) return variables.get(text)?.literal;
  if (kind !== TokenKind.String && kind !== TokenKind.DoubleQuoted) return undefined;
  return text.replace(/@\w+/g, (name) => variables.get(name)?.text.replaceAll("'", "\\'") ?? name);
}
