import type { Parser } from '../parser';
import { TokenKind as T } from '../tokenKind';

interface Slip {
  readonly written: string;
  readonly meant: string;
  /** How many tokens it is. */
  readonly tokens: number;
}

/** The current token, or two without a space, are an operator that SQL writes otherwise. */
export function operatorSlip(p: Parser): Slip | undefined {
  if (p.kind === T.FatArrow) return { written: '=>', meant: '>=', tokens: 1 };
  if (p.range().end !== p.range(1).start) return undefined;
  if (p.kind === T.Equal && p.nth(1) === T.Less) return { written: '=<', meant: '<=', tokens: 2 };
  if (p.kind === T.Ampersand && p.nth(1) === T.Ampersand) return { written: '&&', meant: 'AND', tokens: 2 };
  return undefined;
}
