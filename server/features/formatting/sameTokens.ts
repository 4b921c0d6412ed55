import { parseStatement } from '../../sql/parse';
import { isKeyword, TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';

/** Do both have the same tokens and comments, but for white space and the case of keywords? */
export function hasSameTokens(before: Statement, text: string): boolean {
  const after = parseStatement(text);
  const one = significant(before);
  const other = significant(after);
  return one.length === other.length && one.every((token, at) => token === other[at]);
}

function significant(statement: Statement): readonly string[] {
  const { tokens } = statement;
  const result: string[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at] as TokenKind;
    if (kind === TokenKind.Whitespace) continue;
    const text = tokenText(statement, at);
    result.push(isKeyword(kind) ? text.toUpperCase() : text.replace(/\r\n?/g, '\n').replace(/[^\S\n]+$/, ''));
  }
  return result;
}
