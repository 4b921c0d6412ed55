import { TokenKind } from '../../sql/tokenKind';
import { identifier, quoted } from '../store/sqlText';
import { sparkString } from './sparkString';

/** How a token is written for DuckDB; `undefined` when just as it is. */
export function translatedToken(kind: TokenKind, text: string): string | undefined {
  switch (kind) {
    case TokenKind.BackQuoted:
    case TokenKind.DoubleQuoted:
      return identifier(sparkString(text));
    case TokenKind.String:
      return stringToken(text);
    case TokenKind.Number:
      return numberToken(text);
    case TokenKind.EqualEqual:
      return '=';
    case TokenKind.NullSafeEqual:
      return ' IS NOT DISTINCT FROM ';
    case TokenKind.WITHAPPROXIMATE:
      return '';
    case TokenKind.LineComment:
      return text.startsWith('#') ? '' : undefined;
    default:
      return undefined;
  }
}

function stringToken(text: string): string {
  if (/^x/i.test(text)) return hexadecimal(text.slice(2, -1));
  return quoted(sparkString(text));
}

function hexadecimal(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return `unhex(${quoted(even)})`;
}

const suffixTypes: Readonly<Record<string, string>> = {
  L: 'BIGINT',
  S: 'SMALLINT',
  Y: 'TINYINT',
  D: 'DOUBLE',
  F: 'FLOAT',
};

/** `10L`, `1.5BD`: the suffix says the type. */
function numberToken(text: string): string | undefined {
  const match = /^([\d.]+(?:[eE][+-]?\d+)?)(BD|[LSYDF])$/i.exec(text);
  if (!match) return undefined;
  const [, digits, suffix] = match as unknown as [string, string, string];
  const letter = suffix.toUpperCase();
  return letter === 'BD' ? decimal(digits) : `CAST(${digits} AS ${suffixTypes[letter]})`;
}

function decimal(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const precision = Math.max(whole.replace(/^0+/, '').length + fraction.length, 1);
  return `CAST(${quoted(digits)} AS DECIMAL(${precision}, ${fraction.length}))`;
}
