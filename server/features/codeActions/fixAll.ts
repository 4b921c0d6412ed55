import type { TextEdit } from '../../base/textEdit';
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic';
import type { ActionContext, CodeAction } from './codeAction';
import { preferredFix } from './ruleFixes';

/** Their fixes need no look at each: the text is wrong without them, and there is one way to mend it. */
const safe: ReadonlySet<DiagnosticCode> = new Set(['syntax', 'unaliased-column']);

/** All findings of one kind that the file has, mended at once. */
export function* fixAllOfKind({ all, touched }: ActionContext): Generator<CodeAction> {
  for (const code of new Set(touched.map((each) => each.code))) {
    const alike = all.filter((each) => each.code === code && preferredFix(each));
    const [diagnostic] = touched.filter((each) => alike.includes(each));
    if (alike.length < 2 || !diagnostic) continue;
    yield {
      title: `Fix all ${alike.length} of ${code} in this file`,
      kind: 'quickfix',
      edits: editsOf(alike),
      diagnostic,
    };
  }
}

/** What an editor may mend by itself, such as when a file is saved. */
export function* fixAll({ all }: ActionContext): Generator<CodeAction> {
  const edits = editsOf(all.filter(({ code }) => safe.has(code)));
  if (edits.length > 0) yield { title: 'Fix all that is sure', kind: 'source.fixAll.featureSql', edits };
}

/** The edits of the preferred fixes; of two that overlap the first. */
function editsOf(found: readonly Diagnostic[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const diagnostic of found) {
    const edits = preferredFix(diagnostic)?.edits ?? [];
    if (!edits.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...edits);
  }
  return taken;
}

/** Two insertions at one place overlap as well. */
function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
