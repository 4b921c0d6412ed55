import type { DiagnosticCode, Severity } from './diagnostic';

export interface DiagnosticOptions {
  /** Severities other than the rules' own; `off` silences a code. */
  readonly severity: Partial<Record<DiagnosticCode, Severity | 'off'>>;
  /** Labels that must not reach the rows of a query: the policy of the workspace. */
  readonly restrictedLabels: readonly string[];
}

export const defaultOptions: DiagnosticOptions = { severity: {}, restrictedLabels: ['C9', 'RHD', 'PSPD'] };
