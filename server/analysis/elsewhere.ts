import type { Statement } from '../sql/tree';
import type { Defined } from './definitions';
import type { Space } from './model';

/** What the other files of the workspace make. */
export interface Elsewhere {
  /**
   * The same object as long as what makes it did not change; `dropped` where it is not yet known what the files
   * make.
   */
  find(space: Space, name: string): Defined;
  /** The names of a space that other files make, as they are written. */
  names(space: Space): readonly string[];
  /** Where a statement of another file stands. */
  placeOf(statement: Statement): ForeignPlace | undefined;
}

export interface ForeignPlace {
  readonly uri: string;
  /** The text of the file. */
  readonly text: string;
  /** Of the statement in it. */
  readonly offset: number;
}

export const nothingElsewhere: Elsewhere = {
  find: () => undefined,
  names: () => [],
  placeOf: () => undefined,
};
