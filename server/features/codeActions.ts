import type { TextRange } from '../base/textRange';
import type { FileModel } from '../analysis/analyzeFile';
import { addAlias } from './codeActions/addAlias';
import { addGroupBy } from './codeActions/addGroupBy';
import type { ActionContext, ActionProvider, CodeAction, CodeActionKind } from './codeActions/codeAction';
import { expandStar } from './codeActions/expandStar';
import { extractWindow } from './codeActions/extractWindow';
import { fixAll, fixAllOfKind } from './codeActions/fixAll';
import { ignoreFinding } from './codeActions/ignoreFinding';
import { inlineCte } from './codeActions/inlineCte';
import { quoteName } from './codeActions/quoteName';
import { replaceDelete } from './codeActions/replaceDelete';
import { ruleFixes } from './codeActions/ruleFixes';
import { subqueryToCte } from './codeActions/subqueryToCte';
import { diagnostics } from './diagnostics/diagnostics';
import type { DiagnosticOptions } from './diagnostics/options';
import { statementOf } from './names/statementOf';

interface Group {
  readonly kinds: readonly CodeActionKind[];
  /** In the order in which they are offered. */
  readonly providers: readonly ActionProvider[];
  /** Offered only to who asks for it by its kind. */
  readonly onRequest?: true;
}

const groups: readonly Group[] = [
  {
    kinds: ['quickfix'],
    providers: [ruleFixes, addGroupBy, quoteName, replaceDelete, fixAllOfKind, ignoreFinding],
  },
  { kinds: ['refactor.rewrite'], providers: [expandStar, addAlias] },
  { kinds: ['refactor.extract'], providers: [subqueryToCte, extractWindow] },
  { kinds: ['refactor.inline'], providers: [inlineCte] },
  { kinds: ['source.fixAll.featureSql'], providers: [fixAll], onRequest: true },
];

export const codeActionKinds: readonly string[] = [...new Set(groups.flatMap(({ kinds }) => kinds))];

/** What may be done at a range: mend what is reported there, or write it another way that means the same. */
export function codeActions(
  file: FileModel,
  range: TextRange,
  options: DiagnosticOptions,
  /** Kinds that are asked for, each with all that begin with it; none means all that are offered unasked. */
  only?: readonly string[],
): readonly CodeAction[] {
  const placed = statementOf(file, range.start);
  const all = diagnostics(file, options);
  const context: ActionContext = {
    ...{ file, placed, all, options },
    range: { start: range.start - placed.offset, end: range.end - placed.offset },
    touched: all.filter((each) => each.range.start <= range.end && range.start <= each.range.end),
  };
  return groups
    .filter(({ kinds, onRequest }) => (only ? kinds.some((kind) => isAsked(kind, only)) : !onRequest))
    .flatMap(({ providers }) => providers.flatMap((provider) => [...provider(context)]))
    .filter(({ kind }) => !only || isAsked(kind, only));
}

function isAsked(kind: string, only: readonly string[]): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
