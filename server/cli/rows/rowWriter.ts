import type { ResultColumn, Row } from '../../protocol/engine';

/** Turns the rows of a result into text, part by part. */
export interface RowWriter {
  /** What comes before the first rows; those are given so that columns can be laid out. */
  readonly head: (first: readonly Row[]) => string;
  readonly rows: (rows: readonly Row[]) => string;
  readonly tail: () => string;
}

export type MakeRowWriter = (
  columns: readonly ResultColumn[],
  options: { readonly isTerminal: boolean },
) => RowWriter;
