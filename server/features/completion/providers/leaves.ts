import type { DataType, Field } from '../../../catalog/types';
import { matchName, matchPath } from '../matchName';

/** A field inside a struct, with the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly field: Field;
  /** The names as one, each with a capital: `WebWebPageDetailsName`. */
  readonly joined: string;
  /** The name and the names as one, in lower case. */
  readonly lower: string;
  readonly lowerJoined: string;
}

export interface FoundLeaf extends Leaf {
  /** Set when the path was matched, not the name. */
  readonly match: number | undefined;
}

const deepest = 10;
const mostLeaves = 20_000;
const mostFound = 100;

interface Match {
  readonly leaf: Leaf;
  readonly match: number;
  readonly byPath: boolean;
}

/** The fields below these, at any depth, that fit what was typed by their own name or by their path: best ones first. */
export function leavesOfFields(fields: readonly Field[], typed: string): readonly FoundLeaf[] {
  const found: Match[] = [];
  for (const field of fields) {
    for (const leaf of leavesOf(field)) {
      const match = matchLeaf(leaf, typed);
      if (match) found.push(match);
    }
  }
  found.sort((a, b) => a.match - b.match || a.leaf.path.length - b.leaf.path.length);
  return found
    .slice(0, mostFound)
    .map(({ leaf, match, byPath }) => ({ ...leaf, match: byPath ? match : undefined }));
}

function matchLeaf(leaf: Leaf, typed: string): Match | undefined {
  const own = matchName(typed, leaf.field.name, leaf.lower);
  if (own !== undefined && own < 5) return { leaf, match: own, byPath: false };
  const match = matchPath(typed, leaf.joined, leaf.lowerJoined) ?? own;
  return match === undefined ? undefined : { leaf, match, byPath: true };
}

/** By the type of a column and its name: types live as long as the catalog, lists of columns do not. */
const cache = new WeakMap<DataType, Map<string, readonly Leaf[]>>();

function leavesOf({ name, type }: Field): readonly Leaf[] {
  if (type.kind !== 'struct' && type.kind !== 'array') return [];
  let byName = cache.get(type);
  if (!byName) cache.set(type, (byName = new Map<string, readonly Leaf[]>()));
  let leaves = byName.get(name);
  if (!leaves) byName.set(name, (leaves = walk(type, [name], capitalized(name), [])));
  return leaves;
}

function walk(type: DataType, path: readonly string[], joined: string, leaves: Leaf[]): readonly Leaf[] {
  const inner = type.kind === 'array' && type.element.kind === 'struct' ? type.element : type;
  if (inner.kind !== 'struct' || path.length > deepest || leaves.length >= mostLeaves) return leaves;
  for (const field of inner.fields) {
    const here = [...path, field.name];
    const all = joined + capitalized(field.name);
    const lower = field.name.toLowerCase();
    leaves.push({ path: here, field, joined: all, lower, lowerJoined: all.toLowerCase() });
    walk(field.type, here, all, leaves);
  }
  return leaves;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
