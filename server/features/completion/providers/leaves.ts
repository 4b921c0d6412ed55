import type { DataType, Field } from '../../../catalog/types';
import { matchName } from '../matchName';

/** A field inside a struct, with the names that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly field: Field;
}

const deepest = 10;
const mostLeaves = 20_000;
const mostFound = 100;
const cache = new WeakMap<readonly Named[], readonly Leaf[]>();

/** What has a name and a type: fields and columns. */
type Named = Field;

/** The fields below these, at any depth, whose own name fits what was typed: best ones first. */
export function leavesOfFields(fields: readonly Named[], typed: string): readonly Leaf[] {
  const found: { readonly leaf: Leaf; readonly match: number }[] = [];
  for (const leaf of allLeaves(fields)) {
    const match = matchName(typed, leaf.field.name);
    if (match !== undefined && match < 5) found.push({ leaf, match });
  }
  found.sort((a, b) => a.match - b.match || a.leaf.path.length - b.leaf.path.length);
  return found.slice(0, mostFound).map(({ leaf }) => leaf);
}

function allLeaves(fields: readonly Named[]): readonly Leaf[] {
  const known = cache.get(fields);
  if (known) return known;
  const leaves: Leaf[] = [];
  const walk = (type: DataType, path: readonly string[]): void => {
    if (path.length > deepest || leaves.length >= mostLeaves) return;
    const inner = type.kind === 'array' && type.element.kind === 'struct' ? type.element : type;
    if (inner.kind !== 'struct') return;
    for (const field of inner.fields) {
      const here = [...path, field.name];
      leaves.push({ path: here, field });
      walk(field.type, here);
    }
  };
  for (const field of fields) walk(field.type, [field.name]);
  cache.set(fields, leaves);
  return leaves;
}
