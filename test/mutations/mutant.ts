import type { TextRange } from '../../server/base/textRange';
import type { AnalyzedStatement, FileModel } from '../../server/analysis/analyzeFile';
import type { Random } from '../support/random';

export type Group = 'names' | 'types' | 'clauses';

/** A place of a text that can be broken, so that what comes out certainly is wrong. */
export interface Candidate {
  readonly group: Group;
  readonly kind: string;
  /** What is replaced; offsets count in the file. */
  readonly range: TextRange;
  /** The text that takes its place. */
  replacement(random: Random): string;
  /** Where else than at the replaced text the mistake may rightly be told: as it was before. */
  readonly also?: TextRange;
}

/** A place that was left out: what stands there may be right whatever it is. */
export interface LeftOut {
  readonly group: Group;
  readonly kind: string;
  readonly reason: string;
}

export type Place = Candidate | LeftOut;

export interface PlaceContext {
  readonly file: FileModel;
  readonly statement: AnalyzedStatement;
  /** Names of the catalog, the language and the text, in lower case. */
  readonly taken: ReadonlySet<string>;
  /** Columns and fields that only tables have of which the text does not speak. */
  readonly strangers: readonly string[];
}

export function movedBy({ start, end }: TextRange, offset: number): TextRange {
  return { start: start + offset, end: end + offset };
}
