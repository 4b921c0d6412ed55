import { applyEdits, type TextEdit } from '../../base/textEdit';
import { analyzeStatement } from '../../analysis/analyzeStatement';
import type { StatementModel } from '../../analysis/model';
import { parseStatement } from '../../sql/parse';
import type { ActionContext } from './codeAction';

/** The statement as it would be after edits of the file that all lie in it. */
export function changedStatement(
  { file, placed }: ActionContext,
  edits: readonly TextEdit[],
): StatementModel {
  const own = edits.map(({ range, text }) => ({
    range: { start: range.start - placed.offset, end: range.end - placed.offset },
    text,
  }));
  const statement = parseStatement(applyEdits(placed.statement.text, own));
  return analyzeStatement(statement, file.catalog, placed.before, file.elsewhere).finish();
}

/** How many mistakes the parser finds. */
export function countErrors({ statement }: StatementModel): number {
  return statement.problems.filter(({ severity }) => severity === 'error').length;
}
