import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import type { CodeAction } from '../../server/features/codeActions/codeAction';
import { codeActions } from '../../server/features/codeActions';
import { defaultOptions } from '../../server/features/diagnostics/options';
import { analyzeFixture, cursorOf } from './analyzeFixture';

/** The action of a title at `$0` turns the text into `after`. */
export function checkAction(source: string, title: string, after: string): void {
  const { text, actions } = actionsAt(source);
  const action = actions.find((each) => each.title === title);
  expect(action ? applyEdits(text, action.edits) : actions.map((each) => each.title)).toEqual(after);
}

/** No action at `$0` has a title that begins so. */
export function checkNoAction(source: string, titleStart: string): void {
  const titles = actionsAt(source).actions.map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith(titleStart))).toEqual([]);
}

/** The actions at `$0`, of some kinds or of those that are offered unasked. */
export function actionsAt(
  source: string,
  only?: readonly string[],
): { readonly text: string; readonly actions: readonly CodeAction[] } {
  const { file, model } = analyzeFixture(source);
  const at = cursorOf(file);
  return { text: file.text, actions: codeActions(model, { start: at, end: at }, defaultOptions, only) };
}
