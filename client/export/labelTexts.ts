import type { RestrictedColumns } from '../../server/protocol/language';

/** The forbidden labels in what is to be exported; `undefined` when they are not known. */
export type ExportedLabels = readonly RestrictedColumns[] | undefined;

const mend = 'Leave the columns out, or declassify them with a comment that says why.';
const unknownLabels = 'Which usage labels the rows carry is not known';

/** What a person is asked before the rows leave. */
export function labelsQuestion(found: ExportedLabels): { readonly message: string; readonly detail: string } {
  if (!found) return { message: `${unknownLabels}. Export them all the same?`, detail: '' };
  return {
    message: 'These rows carry usage labels that the policy forbids. Export them all the same?',
    detail: `${lines(found)}\n\n${mend}`,
  };
}

export function labelsRefusal(found: ExportedLabels): string {
  const setting = 'The setting featureSql.policy.onRestrictedExport refuses such exports.';
  if (!found) return `${unknownLabels}. ${setting}`;
  return `These rows carry usage labels that the policy forbids. ${lines(found)}. ${mend} ${setting}`;
}

const listedAtMost = 5;

function lines(found: readonly RestrictedColumns[]): string {
  return found
    .map(({ label, meaning, columns }) => {
      const more = columns.length > listedAtMost ? ` and ${columns.length - listedAtMost} more` : '';
      return `${label}${meaning === null ? '' : ` (${meaning})`}: ${columns.slice(0, listedAtMost).join(', ')}${more}`;
    })
    .join('\n');
}
