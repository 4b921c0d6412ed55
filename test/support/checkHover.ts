import { expect } from 'vitest';
import { hover } from '../../server/features/hover';
import { analyzeFixture, cursorOf } from './analyzeFixture';

/**
 * The hover at `$0`, which speaks about what stands between « and » when that is marked, holds each of the texts;
 * without any there is no hover.
 */
export function checkHover(source: string, ...texts: readonly string[]): void {
  const { file, model } = analyzeFixture(source);
  const found = hover(model, cursorOf(file));
  if (texts.length === 0) return expect(found).toBeUndefined();
  const [range] = file.ranges;
  if (range) expect(found?.range).toEqual(range);
  for (const text of texts) expect(found?.markdown).toContain(text);
}
