import { expect } from 'vitest';
import { printType } from '../../server/catalog/typeText';
import { analyzeFixture } from './analyzeFixture';

/**
 * The columns that the last statement of a text gives, each as `name type`, with `?` when it may be null. A last line
 * `...` says that there may be others.
 */
export function checkColumns(source: string, ...expected: readonly string[]): void {
  expect(columnsOf(source)).toEqual(expected);
}

export function columnsOf(source: string): readonly string[] {
  const output = analyzeFixture(source).model.statements.at(-1)?.model.output;
  const columns = output?.columns.map(
    ({ name, type, nullable }) => `${name} ${printType(type)}${nullable ? '?' : ''}`,
  );
  return [...(columns ?? []), ...(output?.open ? ['...'] : [])];
}
