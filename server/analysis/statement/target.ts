import type { SyntaxNode } from '../../sql/node';
import { findTable } from '../findTable';
import { namesOf } from '../names';
import type { Walker } from '../walker';
import type { TableMeaning, TableUse } from '../model';

/** Records the table that a statement writes, alters or drops, and says what it is. */
export function existingTable(
  walker: Walker,
  node: SyntaxNode,
  use: TableUse['use'],
  { mayBeMissing = false } = {},
): TableUse {
  const meaning = findTable(walker, node, undefined);
  return record(
    walker,
    node,
    use,
    mayBeMissing && meaning.kind === 'missing' ? { kind: 'unknown' } : meaning,
  );
}

/** Records the name of what a statement makes. */
export function newTable(walker: Walker, node: SyntaxNode): TableUse {
  return record(walker, node, 'create', { kind: 'unknown' });
}

function record(walker: Walker, node: SyntaxNode, use: TableUse['use'], meaning: TableMeaning): TableUse {
  const table: TableUse = { node, names: namesOf(walker.statement, node), use, meaning };
  walker.model.tables.push(table);
  return table;
}
