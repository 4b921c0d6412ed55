import type { SyntaxNode } from '../../sql/node';
import { TokenKind as T } from '../../sql/tokenKind';
import { textOf } from '../../sql/tree';
import type { Fragment } from './fragment';
import { ownTokens, wholeNumber } from './nodes';
import { analysisError, notSupported } from './refusal';
import type { Translation } from './translation';

/** TABLESAMPLE ( n ROWS ): the first rows; ( p PERCENT ): each row with that chance, the same ones for the same seed. */
export function sampledRows(t: Translation, clause: SyntaxNode, rows: Fragment): Fragment {
  const words = ownTokens(t.statement, clause);
  const [size, seed] = clause.children;
  if (!size || words.includes(T.BUCKET)) throw notSupported(t.statement, clause, 'this form of TABLESAMPLE');
  if (words.includes(T.ROWS)) {
    const count = wholeNumber(t.statement, size);
    if (count === undefined)
      throw notSupported(t.statement, size, 'TABLESAMPLE of other than a number of rows');
    return t.make(clause)`(SELECT * FROM ${rows} LIMIT ${String(count)})`;
  }
  const percent = Number(textOf(t.statement, size));
  if (!words.includes(T.PERCENT) || !(percent >= 0 && percent <= 100))
    throw analysisError(t.statement, size, 'Sampling takes a percentage from 0 to 100');
  const number = wholeNumber(t.statement, seed);
  if (seed && number === undefined)
    throw notSupported(t.statement, seed, 'a seed that is not a whole number');
  const repeated = number === undefined ? '' : ` REPEATABLE (${number})`;
  return t.make(clause)`(SELECT * FROM ${rows} TABLESAMPLE bernoulli(${String(percent)}%)${repeated})`;
}
