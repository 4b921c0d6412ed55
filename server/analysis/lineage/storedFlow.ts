import type { Dataset, Field } from '../../catalog/types';
import type { Flow } from './flow';
import { sourceField } from './sourceField';

/** The flow of what is read from a data set: the field itself, with its labels. */
export function storedFlow(dataset: Dataset, column: Field, path: readonly string[]): Flow {
  const field = sourceField(dataset, column, path);
  const { labels } = field;
  const reach = { field, ways: new Set(['copy'] as const), labels, declassified: [], hops: undefined };
  return { reaches: new Map([[field, reach]]), complete: true };
}
