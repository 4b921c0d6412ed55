import type { FileModel } from '../../analysis/analyzeFile';
import { frames } from '../../analysis/scope';
import type { Dataset } from '../../catalog/types';
import { TokenKind as T } from '../../sql/tokenKind';
import type { Typing } from './place';
import { clauseAt } from './tokens';

/** An operand where no rows are in sight yet; the condition of IF, which sees variables alone, is none. */
export function isBeforeFrom({ place, model, token }: Typing): boolean {
  if (place.kind !== 'expression') return false;
  if (clauseAt(model.statement, token).keyword === T.IF) return false;
  return ![...frames(place.scope)].some((frame) => frame.kind === 'rows' && frame.rows.sources.length > 0);
}

/** To read the columns of a data set takes milliseconds, so that of a large catalog a few must do. */
const mostSmall = 50;
const mostOfLarge = 4;

/** Before FROM is typed, any table may be meant: those that the file reads, else all. */
export function likelyDatasets({ statements, catalog }: FileModel): readonly Dataset[] {
  const used = new Set(
    statements.flatMap(({ model }) =>
      model.tables.flatMap(({ meaning, use }) =>
        meaning.kind === 'dataset' && use !== 'write' ? [meaning.dataset] : [],
      ),
    ),
  );
  if (used.size > 0) return [...used];
  const { datasets } = catalog;
  return datasets.slice(0, datasets.length > mostSmall ? mostOfLarge : datasets.length);
}
