import { statementLineage } from '../../analysis/lineage/statementLineage';
import type { StatementModel } from '../../analysis/model';
import { carriedLabels } from './carriedLabels';

/** A label, and the columns that carry it. */
export interface RestrictedColumns {
  readonly label: string;
  readonly columns: readonly string[];
}

/** The columns of a statement's rows that carry labels which a policy forbids. */
export function restrictedColumns(
  model: StatementModel,
  restricted: readonly string[],
): readonly RestrictedColumns[] {
  const byLabel = new Map<string, Set<string>>();
  for (const { columns } of statementLineage(model)) {
    for (const { column } of columns) {
      const labels = carriedLabels(column, restricted).flatMap((carried) => carried.labels);
      for (const label of labels) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(column.name));
    }
  }
  return [...byLabel].map(([label, columns]) => ({ label, columns: [...columns] }));
}
