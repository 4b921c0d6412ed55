import type { TextRange } from '../../base/textRange';
import type { Catalog } from '../../catalog/catalog';
import type { StatementModel } from '../../analysis/model';
import type { Statement } from '../../sql/tree';
import type { DiagnosticCode, Fix, RelatedPlace, Severity } from './diagnostic';
import type { DiagnosticOptions } from './options';

export interface RuleContext {
  readonly model: StatementModel;
  readonly catalog: Catalog;
  readonly options: DiagnosticOptions;
  /** The tables that statements before and other files make, for suggestions. */
  readonly madeTables?: () => readonly string[];
}

/** A place in this or another statement; the range counts in the text of that one. */
export interface RelatedStep extends Omit<RelatedPlace, 'file'> {
  readonly statement: Statement;
}

/** What a rule found in a statement; offsets count in the statement's text. */
export interface Finding {
  readonly range: TextRange;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedStep[];
  /** Where one finding weighs otherwise than the rule's others. */
  readonly severity?: Severity;
}

/** One check. It reads a statement's model and must not find what it cannot know. */
export interface Rule {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  check(context: RuleContext): Iterable<Finding>;
}
