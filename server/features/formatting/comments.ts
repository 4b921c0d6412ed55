import { isTrivia, TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';

export interface Comment {
  readonly text: string;
  /** It reaches to the end of its line. */
  readonly isLine: boolean;
  /** Nothing but white space stands behind it on its line. */
  readonly endsLine: boolean;
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
}

/** The comments around one token: those on the lines before it, and those behind it on its own line. */
export interface TokenComments {
  readonly leading: readonly Comment[];
  readonly trailing: readonly Comment[];
  /** A blank line stands between the last of the leading ones and the token. */
  readonly isApart: boolean;
}

/**
 * To each token of the statement that is no trivia, the comments that belong to it: a comment belongs to the token
 * before it on the same line, else to the next one. Under the token count stand those that no token follows.
 */
export function commentsOf(statement: Statement): Map<number, TokenComments> {
  const { tokens } = statement;
  const found = new Map<number, TokenComments>();
  const add = (token: number, added: Partial<TokenComments>): void => {
    const known = found.get(token) ?? { leading: [], trailing: [], isApart: false };
    found.set(token, { ...known, ...added });
  };
  let previous = -1;
  let breaks = 0;
  let waiting: Comment[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kinds[token] as TokenKind;
    if (kind === TokenKind.Whitespace) breaks += lineBreaks(tokenText(statement, token));
    else if (isTrivia(kind)) {
      const isTrailing = previous >= 0 && breaks === 0 && waiting.length === 0;
      const comment = commentAt(statement, token, breaks > 1);
      if (isTrailing) add(previous, { trailing: [...(found.get(previous)?.trailing ?? []), comment] });
      else {
        waiting.push(comment);
        breaks = 0;
      }
    } else {
      if (waiting.length > 0) add(token, { leading: waiting, isApart: breaks > 1 });
      waiting = [];
      breaks = 0;
      previous = token;
    }
  }
  if (waiting.length > 0) add(tokens.count, { leading: waiting });
  return found;
}

function commentAt(statement: Statement, token: number, afterBlank: boolean): Comment {
  const isLine = statement.tokens.kinds[token] === TokenKind.LineComment;
  const next = token + 1 < statement.tokens.count ? tokenText(statement, token + 1) : '\n';
  return {
    text: tokenText(statement, token).trimEnd(),
    isLine,
    endsLine: isLine || lineBreaks(next) > 0,
    afterBlank,
  };
}

/** Line breaks in a stretch of white space; anything else has none that counts. */
export function lineBreaks(text: string): number {
  return text.trim() === '' ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}
