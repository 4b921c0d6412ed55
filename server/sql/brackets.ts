import { TokenKind as T } from './tokenKind';

interface OpenBracket {
  readonly at: number;
  readonly closing: T;
  /** Holds a query, so that FROM and its like may stand in it. */
  isQuery: boolean;
}

/**
 * For each bracket of a statement the index of its partner, and -1 for everything else. A bracket that holds no
 * query ends, without a partner, where FROM, WHERE, GROUP BY or HAVING shows that it was never closed:
 * `SELECT count(a FROM t WHERE b IN (1)` leaves the first bracket alone.
 */
export function findPartners(kinds: Uint16Array, count: number): Int32Array {
  const partners = new Int32Array(count).fill(-1);
  const open: OpenBracket[] = [];
  const openOf = new Map<T, number>();
  const pop = (): OpenBracket => {
    const bracket = open.pop() as OpenBracket;
    openOf.set(bracket.closing, (openOf.get(bracket.closing) ?? 0) - 1);
    return bracket;
  };
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] as T;
    const closing = closingOf(kind);
    const top = open.at(-1);
    if (closing !== undefined) {
      open.push({ at, closing, isQuery: takesFrom(kinds[at - 1]) });
      openOf.set(closing, (openOf.get(closing) ?? 0) + 1);
    } else if (isClosing(kind)) {
      if ((openOf.get(kind) ?? 0) === 0) continue;
      let partner = pop();
      while (partner.closing !== kind) partner = pop();
      partners[at] = partner.at;
      partners[partner.at] = at;
    } else if (kind === T.Semicolon) {
      while (open.length > 0) pop();
    } else if (top && startsQuery(kind, top.at === at - 1)) {
      top.isQuery = true;
    } else if (top && endsBracket(kinds, at)) {
      while (open.length > 0 && !(open.at(-1) as OpenBracket).isQuery) pop();
    }
  }
  return partners;
}

function closingOf(kind: T): T | undefined {
  if (kind === T.OpenParen) return T.CloseParen;
  if (kind === T.OpenBracket) return T.CloseBracket;
  return kind === T.OpenBrace ? T.CloseBrace : undefined;
}

function isClosing(kind: T): boolean {
  return kind === T.CloseParen || kind === T.CloseBracket || kind === T.CloseBrace;
}

function startsQuery(kind: T, isFirst: boolean): boolean {
  return kind === T.SELECT || kind === T.VALUES || (isFirst && kind === T.FROM);
}

function endsBracket(kinds: Uint16Array, at: number): boolean {
  const before = kinds[at - 1];
  switch (kinds[at] as T) {
    case T.FROM:
      return before !== T.DISTINCT && before !== T.Dot;
    case T.WHERE:
    case T.HAVING:
      return before !== T.OpenParen && before !== T.Dot;
    case T.GROUP:
      return kinds[at + 1] === T.BY;
    default:
      return false;
  }
}

/** Functions with FROM between their arguments, and AS, behind which a query belongs whose SELECT may be missing. */
function takesFrom(name: number | undefined): boolean {
  return (
    name === T.AS ||
    name === T.EXTRACT ||
    name === T.TRIM ||
    name === T.SUBSTRING ||
    name === T.SUBSTR ||
    name === T.OVERLAY
  );
}
