import type { Definition, Space } from './model';

/** What the other files of the workspace make. */
export interface Elsewhere {
  /** The same object as long as what makes it did not change. */
  find(space: Space, name: string): Definition | undefined;
  /** The names of a space that other files make, as they are written. */
  names(space: Space): readonly string[];
}

export const nothingElsewhere: Elsewhere = { find: () => undefined, names: () => [] };
