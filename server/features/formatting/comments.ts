import { isTrivia, TokenKind } from '../../sql/tokenKind';
import { tokenText, type Statement } from '../../sql/tree';
import type { FormatOptions } from './options';

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

const none: TokenComments = { leading: [], trailing: [], isApart: false };

/**
 * To each token of the statement that is no trivia, the comments that belong to it: a comment belongs to the token
 * before it on the same line, else (and between a comma and more on its line) to the next one. Under the token count stand those that no token follows.
 */
export function commentsOf(
  statement: Statement,
  commas: FormatOptions['commas'],
): Map<number, TokenComments> {
  return aroundCommas(statement, commas, attached(statement));
}

function attached(statement: Statement): Map<number, TokenComments> {
  const { tokens } = statement;
  const found = new Map<number, TokenComments>();
  const add = (token: number, added: Partial<TokenComments>): void => {
    const known = found.get(token) ?? none;
    found.set(token, { ...known, ...added });
  };
  let previous = -1;
  let breaks = 0;
  let waiting: Comment[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kinds[token] as TokenKind;
    if (kind === TokenKind.Whitespace) breaks += lineBreaks(tokenText(statement, token));
    else if (isTrivia(kind)) {
      const comment = commentAt(statement, token, breaks > 1);
      const isOfNext = tokens.kinds[previous] === TokenKind.Comma && !comment.endsLine;
      const isTrailing = previous >= 0 && breaks === 0 && waiting.length === 0 && !isOfNext;
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

/**
 * The same comments, where each item of a list has its own with it: `a, -- about a` with commas at the end of lines,
 * `a -- about a` with commas at the start of the next one. What stands before a `;` goes behind it.
 */
function aroundCommas(
  { tokens }: Statement,
  commas: FormatOptions['commas'],
  found: Map<number, TokenComments>,
): Map<number, TokenComments> {
  let before = -1;
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kinds[token] as TokenKind;
    if (isTrivia(kind)) continue;
    const isComma = kind === TokenKind.Comma;
    if (isComma && commas === 'leading') {
      moveTrailing(found, token, before);
      moveLeading(found, nextToken(tokens, token), token);
    } else if (isComma) {
      moveLeading(found, token, nextToken(tokens, token));
      moveTrailing(found, before, token);
    } else if (kind === TokenKind.Semicolon) moveTrailing(found, before, token);
    before = token;
  }
  return found;
}

function nextToken({ kinds, count }: Statement['tokens'], token: number): number {
  let next = token + 1;
  while (next < count && isTrivia(kinds[next] as TokenKind)) next++;
  return next;
}

/** Where one ends its line; those in brackets stay at what they stand at. */
function moveTrailing(found: Map<number, TokenComments>, from: number, to: number): void {
  const source = found.get(from);
  const target = found.get(to) ?? none;
  if (!source?.trailing.some(({ isLine }) => isLine)) return;
  const [left, right] = from < to ? [source, target] : [target, source];
  if (right.leading.length > 0) return;
  if (from > to) {
    found.set(from, { ...source, trailing: [] });
    found.set(to, { ...target, trailing: [...left.trailing, ...right.trailing] });
  } else {
    found.set(from, { ...source, trailing: source.trailing.filter(({ isLine }) => !isLine) });
    found.set(to, {
      ...target,
      trailing: [...source.trailing.filter(({ isLine }) => isLine), ...target.trailing],
    });
  }
}

function moveLeading(found: Map<number, TokenComments>, from: number, to: number): void {
  const source = found.get(from);
  const target = found.get(to) ?? none;
  if (!source || source.leading.length === 0) return;
  if (to < from && !source.leading.every(({ endsLine }) => endsLine)) return;
  const [left, right] = from < to ? [source, target] : [target, source];
  if (left.trailing.length > 0) return;
  found.set(from, { ...source, leading: [], isApart: false });
  found.set(to, { ...target, leading: [...left.leading, ...right.leading] });
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
