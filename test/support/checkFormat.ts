import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import { format } from '../../server/features/formatting/format';
import { defaultFormatOptions, type FormatOptions } from '../../server/features/formatting/options';
import { parse } from '../../server/sql/parse';

export function formatted(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, format(parse(text), { ...defaultFormatOptions, ...options }));
}

/** The text is laid out as `after`, which is laid out already. */
export function checkFormat(before: string, after: string, options: Partial<FormatOptions> = {}): void {
  expect(formatted(before, options)).toBe(after);
  expect(formatted(after, options)).toBe(after);
}
