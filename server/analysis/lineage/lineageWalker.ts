import type { DataType } from '../../catalog/types';
import type { SyntaxNode } from '../../sql/node';
import type { Column, Meanings } from '../model';
import type { Flow } from './flow';

/**
 * The mutually recursive walkers of lineage. `path` names the part of a value that is asked for, from the outside
 * inwards: of `struct(a AS x, b AS y)` the path `x` asks for `a` alone. A place in an array takes no name, a key of a
 * map takes one.
 */
export interface LineageWalker {
  /** The fields that an expression takes its value from. */
  value(meanings: Meanings, node: SyntaxNode, path: readonly string[]): Flow;
  /** The fields that a column takes its value from. */
  column(column: Column, path: readonly string[]): Flow;
  /** The fields that decide which rows a query gives. */
  rows(meanings: Meanings, query: SyntaxNode): Flow;
}

/** Stands for a key of a map that is not known. */
export const anyKey = '*';

/** The path of an element's part from the collection that holds it. */
export function stepsInto(type: DataType | undefined, path: readonly string[]): readonly string[] {
  return type?.kind === 'map' ? [anyKey, ...path] : path;
}
