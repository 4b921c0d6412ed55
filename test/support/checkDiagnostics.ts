import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import type { DiagnosticCode } from '../../server/features/diagnostics/diagnostic';
import { diagnostics } from '../../server/features/diagnostics/diagnostics';
import { defaultOptions, type DiagnosticOptions } from '../../server/features/diagnostics/options';
import { analyzeFixture } from './analyzeFixture';

/** Advice that is off unless a test is about it. */
const advice = { 'missing-time-filter': 'off', 'restricted-label': 'off' } as const;

/**
 * The diagnostics of a text are exactly those of its `-- ^^^ code: message` lines. An annotation without message
 * counts by place and code.
 */
export function checkDiagnostics(source: string, options: Partial<DiagnosticOptions> = {}): void {
  const { file, found } = run(source, options);
  const told = new Map(file.annotations.map((each) => [placeOf(each), each.message]));
  const actual = found.map((each) => {
    const wanted = told.get(placeOf(each));
    return `${placeOf(each)}${wanted === '' ? '' : `: ${each.message}`}`;
  });
  const expected = file.annotations.map(
    (each) => `${placeOf(each)}${each.message === '' ? '' : `: ${each.message}`}`,
  );
  expect(actual).toEqual(expected);
}

/** The first fix of the only diagnostic of a code turns the text into `after`. */
export function checkFix(source: string, code: DiagnosticCode, after: string): void {
  const own: DiagnosticOptions['severity'] = code in advice ? { [code]: 'warning' } : {};
  const { file, found } = run(source, { severity: own });
  const matching = found.filter((each) => each.code === code);
  expect(matching.map((each) => each.code)).toEqual([code]);
  expect(applyEdits(file.text, matching[0]?.fixes[0]?.edits ?? [])).toBe(after);
}

function run(source: string, options: Partial<DiagnosticOptions>) {
  const { file, model } = analyzeFixture(source);
  const severity = { ...advice, ...options.severity };
  return { file, found: diagnostics(model, { ...defaultOptions, ...options, severity }) };
}

function placeOf(each: {
  readonly range: { readonly start: number; readonly end: number };
  readonly code: string;
}): string {
  return `${each.range.start}-${each.range.end} ${each.code}`;
}
