import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import { definition } from '../../server/features/definition';
import { references } from '../../server/features/references';
import { rename } from '../../server/features/rename';
import { analyzeFixture, cursorOf } from './analyzeFixture';

/** The definition of the name at `$0` is what stands between « and »; without marks there is none. */
export function checkDefinition(source: string): void {
  const { file, model } = analyzeFixture(source);
  expect(definition(model, cursorOf(file))?.to).toEqual(file.ranges[0]);
}

/** All names of the thing at `$0` are those between « and ». */
export function checkReferences(source: string): void {
  const { file, model } = analyzeFixture(source);
  expect(references(model, cursorOf(file)).map((each) => each.range)).toEqual(file.ranges);
}

/** Renaming what is at `$0` gives `after`; the text stays when it cannot be renamed. */
export function checkRename(source: string, newName: string, after: string): void {
  const { file, model } = analyzeFixture(source);
  expect(applyEdits(file.text, rename(model, cursorOf(file), newName))).toBe(after);
}
