import type { TextEdit } from '../../base/textEdit';
import type { TextRange } from '../../base/textRange';
import type { AnalyzedStatement, FileModel } from '../../analysis/analyzeFile';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { DiagnosticOptions } from '../diagnostics/options';

export type CodeActionKind =
  'quickfix' | 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite' | 'source.fixAll.featureSql';

/** A change of a file that a person may choose; offsets count in the file. */
export interface CodeAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly edits: readonly TextEdit[];
  /** What it mends. */
  readonly diagnostic?: Diagnostic;
  /** It most likely is what is wanted. */
  readonly isPreferred?: true;
}

/** What an action is asked about. */
export interface ActionContext {
  readonly file: FileModel;
  /** The statement in which the range begins. */
  readonly placed: AnalyzedStatement;
  /** In the statement's text. */
  readonly range: TextRange;
  /** All of the file. */
  readonly all: readonly Diagnostic[];
  /** Those that the range touches. */
  readonly touched: readonly Diagnostic[];
  readonly options: DiagnosticOptions;
}

/** One way to change SQL. It offers only what certainly is valid and means what it says, and is silent otherwise. */
export type ActionProvider = (context: ActionContext) => Iterable<CodeAction>;

/** A change of the statement's text. */
export function editIn({ offset }: AnalyzedStatement, start: number, end: number, text: string): TextEdit {
  return { range: { start: start + offset, end: end + offset }, text };
}
