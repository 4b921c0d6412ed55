import type { DataType, Field } from '../../../catalog/types';
import { matchName, matchPath } from '../matchName';

/** A field inside a struct, with the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly field: Field;
  /** The names as one, each with a capital: `WebWebPageDetailsName`. */
  readonly joined: string;
}

export interface FoundLeaf extends Leaf {
  /** Set when the path was matched, not the name. */
  readonly match: number | undefined;
}

const deepest = 10;
const mostLeaves = 20_000;
const mostFound = 100;
const cache = new WeakMap<readonly Named[], readonly Leaf[]>();

/** What has a name and a type: fields and columns. */
type Named = Field;

/** The fields below these, at any depth, whose own name fits what was typed: best ones first. */
export function leavesOfFields(fields: readonly Named[], typed: string): readonly FoundLeaf[] {
  const found: { readonly leaf: Leaf; readonly match: number; readonly byPath: boolean }[] = [];
  for (const leaf of allLeaves(fields)) {
    const match = matchName(typed, leaf.field.name);
    if (match !== undefined && match < 5) found.push({ leaf, match, byPath: false });
    else {
      const byPath = matchPath(typed, leaf.joined) ?? match;
      if (byPath !== undefined) found.push({ leaf, match: byPath, byPath: true });
    }
  }
  found.sort((a, b) => a.match - b.match || a.leaf.path.length - b.leaf.path.length);
  return found
    .slice(0, mostFound)
    .map(({ leaf, match, byPath }) => ({ ...leaf, match: byPath ? match : undefined }));
}

function allLeaves(fields: readonly Named[]): readonly Leaf[] {
  const known = cache.get(fields);
  if (known) return known;
  const leaves: Leaf[] = [];
  const walk = (type: DataType, path: readonly string[], joined: string): void => {
    if (path.length > deepest || leaves.length >= mostLeaves) return;
    const inner = type.kind === 'array' && type.element.kind === 'struct' ? type.element : type;
    if (inner.kind !== 'struct') return;
    for (const field of inner.fields) {
      const here = [...path, field.name];
      const all = joined + capitalized(field.name);
      leaves.push({ path: here, field, joined: all });
      walk(field.type, here, all);
    }
  };
  for (const field of fields) walk(field.type, [field.name], capitalized(field.name));
  cache.set(fields, leaves);
  return leaves;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
