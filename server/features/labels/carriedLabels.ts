import type { Reach } from '../../analysis/lineage/flow';
import { columnLineage } from '../../analysis/lineage/statementLineage';
import type { Column } from '../../analysis/model';

/** Labels that a column carries, and the field that they come from. */
export interface CarriedLabels {
  readonly column: Column;
  readonly labels: readonly string[];
  readonly reach: Reach;
}

/** Those of some labels that a column carries, each with the first field that it comes from. */
export function carriedLabels(column: Column, asked: readonly string[]): readonly CarriedLabels[] {
  const seen = new Set<string>();
  return [...columnLineage(column).reaches.values()].flatMap((reach) => {
    const labels = reach.labels.filter((label) => asked.includes(label) && !seen.has(label));
    for (const label of labels) seen.add(label);
    return labels.length > 0 ? [{ column, labels, reach }] : [];
  });
}
