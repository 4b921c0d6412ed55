import { applyEdits, type TextEdit } from '../../base/textEdit';
import { analyzeStatement } from '../../analysis/analyzeStatement';
import type { StatementModel } from '../../analysis/model';
import { parseStatement } from '../../sql/parse';
import type { ActionContext } from './codeAction';

interface Changed {
  readonly text: string;
  readonly model: StatementModel;
}

/** An editor asks again wherever the cursor goes, and mostly gets the same changes. */
const keptChanges = 4;
const cache = new WeakMap<StatementModel, readonly Changed[]>();

/** The statement as it would be after edits of the file that all lie in it. */
export function changedStatement(
  { file, placed }: ActionContext,
  edits: readonly TextEdit[],
): StatementModel {
  const own = edits.map(({ range, text }) => ({
    range: { start: range.start - placed.offset, end: range.end - placed.offset },
    text,
  }));
  const text = applyEdits(placed.statement.text, own);
  const kept = cache.get(placed.model) ?? [];
  const known = kept.find((each) => each.text === text);
  if (known) return known.model;
  const { catalog, elsewhere } = file;
  const model = analyzeStatement(parseStatement(text), catalog, placed.before, elsewhere).finish();
  cache.set(placed.model, [{ text, model }, ...kept].slice(0, keptChanges));
  return model;
}

/** How many mistakes the parser finds. */
export function countErrors({ statement }: StatementModel): number {
  return statement.problems.filter(({ severity }) => severity === 'error').length;
}
