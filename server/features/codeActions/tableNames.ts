import type { StatementModel } from '../../analysis/model';
import { nameOf, namesOf } from '../../analysis/names';
import { descendants } from '../../sql/node';
import { NodeKind as K } from '../../sql/nodeKind';

/** The names under which a statement reads, makes or calls rows: what a new CTE must not be called. In small letters. */
export function tableNames({ statement }: StatementModel): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of descendants(statement.root)) {
    if (node.kind === K.QualifiedName) found.add(namesOf(statement, node).join('.').toLowerCase());
    const parent = node.kind === K.Name ? node.parent?.kind : undefined;
    if (parent === K.CommonTable) found.add(nameOf(statement, node).toLowerCase());
  }
  return found;
}

/** A name that is not taken: the wanted one, or with a number. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}_${count}`;
  return name;
}
