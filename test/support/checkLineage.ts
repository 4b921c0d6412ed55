import { expect } from 'vitest';
import { statementLineage } from '../../server/analysis/lineage/statementLineage';
import { wayOrder, type Flow } from '../../server/analysis/lineage/flow';
import { analyzeFixture } from './analyzeFixture';

/**
 * The lineage of the last statement that has one, a line a column: `name: table.path copy, table.path filter`, then
 * `rows:` with what decides which rows there are. A flow that is not complete ends with `...`.
 */
export function checkLineage(source: string, ...lines: readonly string[]): void {
  const { model } = analyzeFixture(source);
  const last = model.statements.flatMap((each) => statementLineage(each.model)).at(-1);
  const columns = (last?.columns ?? []).map(({ column, flow }) => `${column.name}:${printed(flow)}`);
  const rows =
    last && (last.rows.reaches.size > 0 || !last.rows.complete) ? [`rows:${printed(last.rows)}`] : [];
  expect([...columns, ...rows]).toEqual(lines);
}

function printed(flow: Flow): string {
  const parts = [...flow.reaches.values()].map(
    ({ field, ways }) => ` ${field.name} ${wayOrder.filter((way) => ways.has(way)).join('+')}`,
  );
  return `${parts.join(',')}${flow.complete ? '' : ' ...'}`;
}
