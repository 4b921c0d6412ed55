import { expect } from 'vitest';
import { applyEdits } from '../../server/base/textEdit';
import { completion } from '../../server/features/completion/completion';
import type { CompletionItem } from '../../server/features/completion/completionItem';
import { analyzeFixture, cursorOf } from './analyzeFixture';

export interface ExpectedCompletion {
  /** The first labels, in this order. */
  readonly first?: readonly string[];
  /** Labels that must be there. */
  readonly has?: readonly string[];
  /** Labels that must not. */
  readonly lacks?: readonly string[];
  /** What stands beside labels. */
  readonly details?: Readonly<Record<string, string>>;
  /** The end of what is shown when items are looked at. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly snippets?: Readonly<Record<string, string>>;
  /** The text after the item of this label was put in at the cursor. */
  readonly accept?: readonly [label: string, after: string];
}

/** What completion proposes at the `$0` of a text. */
export function checkCompletion(source: string, expected: ExpectedCompletion): void {
  const { file, model } = analyzeFixture(source);
  const { items, range } = completion(model, cursorOf(file));
  const labels = items.map((item) => item.label);
  if (expected.first) expect(labels.slice(0, expected.first.length)).toEqual(expected.first);
  if (expected.has) expect(labels).toEqual(expect.arrayContaining([...expected.has]));
  expect(labels.filter((label) => expected.lacks?.includes(label))).toEqual([]);
  const called = (label: string): CompletionItem => {
    const item = items.find((each) => each.label === label);
    if (!item) throw new Error(`No ${label} among ${labels.slice(0, 20).join(', ')}`);
    return item;
  };
  for (const [label, detail] of entriesOf(expected.details)) expect(called(label).detail).toBe(detail);
  for (const [label, snippet] of entriesOf(expected.snippets)) expect(called(label).snippet).toBe(snippet);
  for (const [label, end] of entriesOf(expected.documents)) {
    expect(called(label).document?.()?.slice(-end.length)).toBe(end);
  }
  if (!expected.accept) return;
  const [label, after] = expected.accept;
  const item = called(label);
  expect(applyEdits(file.text, [{ range, text: item.insert }])).toBe(after);
}

/** Nothing is proposed at the `$0` of a text. */
export function checkNoCompletion(source: string): void {
  const { file, model } = analyzeFixture(source);
  expect(completion(model, cursorOf(file)).items.map((item) => item.label)).toEqual([]);
}

function entriesOf(record: Readonly<Record<string, string>> = {}): readonly (readonly [string, string])[] {
  return Object.entries(record);
}
