import type { TextEdit } from '../../base/textEdit';
import type { TextRange } from '../../base/textRange';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The stable codes; each is documented in the rule of its name. */
export const diagnosticCodes = [
  'syntax',
  'unsupported-statement',
  'unknown-type',
  'unknown-table',
  'unknown-column',
  'ambiguous-column',
  'unknown-function',
  'wrong-argument-count',
  'type-mismatch',
  'not-aggregated',
  'aggregate-not-allowed',
  'unaliased-column',
  'insert-mismatch',
  'duplicate-name',
  'unknown-variable',
  'unknown-parameter',
  'snapshot-not-allowed',
  'missing-time-filter',
  'restricted-label',
  'temporal-leakage',
  'snapshot-truncates-window',
  'error-swallowed',
  'skips-first-snapshot',
  'unlikely-value',
  'unused-ignore',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** A change that mends what a diagnostic is about. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A place that has to do with a diagnostic: a step of the way by which a value came. */
export interface RelatedPlace {
  readonly range: TextRange;
  readonly message: string;
  /** The other file that it is in. */
  readonly file?: { readonly uri: string; readonly text: string };
}

/** Offsets count in the file. */
export interface Diagnostic {
  readonly range: TextRange;
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}
