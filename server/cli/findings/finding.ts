import type { LineAndCharacter, LineIndex } from '../../base/lineIndex';
import type { DiagnosticCode, Severity } from '../../features/diagnostics/diagnostic';

/** A place for people and other programs. */
export interface FindingPlace {
  /** As the user named it, with slashes. */
  readonly file: string;
  readonly lines: LineIndex;
  readonly start: LineAndCharacter;
  readonly end: LineAndCharacter;
}

/** A place that has to do with a finding: a step of the way by which a value came. */
export interface RelatedFinding extends FindingPlace {
  readonly message: string;
}

/** A diagnostic of a file. */
export interface Finding extends FindingPlace {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly related: readonly RelatedFinding[];
}

export type FormatFindings = (findings: readonly Finding[]) => string;
