import type { LineAndCharacter, LineIndex } from '../../base/lineIndex';
import type { DiagnosticCode, Severity } from '../../features/diagnostics/diagnostic';

/** A diagnostic of a file, with its place for people and other programs. */
export interface Finding {
  /** As the user named it, with slashes. */
  readonly file: string;
  readonly lines: LineIndex;
  readonly start: LineAndCharacter;
  readonly end: LineAndCharacter;
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
}

export type FormatFindings = (findings: readonly Finding[]) => string;
