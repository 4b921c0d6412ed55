import type { SyntaxNode } from '../../sql/node';
import type { Column, Meanings } from '../model';
import { columnFlow } from './columnFlow';
import { nothing, unknownFlow, type Flow } from './flow';
import type { LineageWalker } from './lineageWalker';
import { rowFlow } from './rowFlow';
import { valueFlow } from './valueFlow';

/**
 * How deep queries and expressions may lie in each other, also through the tables that earlier statements make:
 * below it, lineage says that it is not complete. Far beyond what people write, and well within the stack.
 */
const deepest = 600;

const columns = new WeakMap<Column['origin'], Map<string, Flow>>();
const rows = new WeakMap<SyntaxNode, WeakMap<Meanings, Flow>>();

/** The walkers, with what they found before: by the origin of a column, which its copies share. */
export function lineageWalker(): LineageWalker {
  let depth = 0;
  const deeper = (walk: () => Flow): Flow => {
    if (depth >= deepest) return unknownFlow;
    depth++;
    try {
      return walk();
    } finally {
      depth--;
    }
  };
  const walker: LineageWalker = {
    value: (meanings, node, path) => deeper(() => valueFlow(walker, meanings, node, path)),
    column: (column, path) => kept(column, path, () => deeper(() => columnFlow(walker, column, path))),
    rows: (meanings, query) =>
      keptRows(meanings, query, () => deeper(() => rowFlow(walker, meanings, query))),
  };
  return walker;
}

function kept(column: Column, path: readonly string[], walk: () => Flow): Flow {
  const byPath = columns.get(column.origin) ?? new Map<string, Flow>();
  columns.set(column.origin, byPath);
  const key = path.map((name) => name.toLowerCase()).join('\n');
  const known = byPath.get(key);
  if (known) return known;
  const flow = walk();
  byPath.set(key, flow);
  return flow;
}

function keptRows(meanings: Meanings, query: SyntaxNode, walk: () => Flow): Flow {
  const byMeanings = rows.get(query) ?? new WeakMap<Meanings, Flow>();
  rows.set(query, byMeanings);
  const known = byMeanings.get(meanings);
  if (known) return known;
  // A recursive CTE reads itself: that adds nothing to what its query reads.
  byMeanings.set(meanings, nothing);
  const flow = walk();
  byMeanings.set(meanings, flow);
  return flow;
}
