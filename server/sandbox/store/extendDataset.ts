import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import { SchemaProblem } from '../xdm/schemaProblem';
import { columnTypeOf } from './columnTypes';
import { createDatasetView, dropDatasetView, lakeTable } from './createDataset';
import type { StoredDataset } from './datasets';
import { identifier } from './sqlText';

type Properties = Readonly<Record<string, XdmProperty>>;

/** A field that a schema has gained; `steps` lead to it in SQL. */
export interface AddedField {
  readonly steps: readonly string[];
  readonly property: XdmProperty;
}

/** What a schema has gained. Throws a `SchemaProblem` when it lost a field, or one has another type. */
export function addedFields(
  before: Properties,
  after: Properties,
  steps: readonly string[] = [],
): readonly AddedField[] {
  const lost = Object.keys(before).find((name) => !Object.hasOwn(after, name));
  if (lost !== undefined)
    throw new SchemaProblem(`The field ${pathOf([...steps, lost])} is in use and cannot be removed`);
  return Object.entries(after).flatMap(([name, property]) => {
    const inner = [...steps, name];
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    return known ? addedWithin(known, property, inner) : [{ steps: inner, property }];
  });
}

function addedWithin(
  before: XdmProperty,
  after: XdmProperty,
  steps: readonly string[],
): readonly AddedField[] {
  if (before.properties && after.properties) return addedFields(before.properties, after.properties, steps);
  if (before.items && after.items) return addedWithin(before.items, after.items, [...steps, 'element']);
  const [values, laterValues] = [before.additionalProperties, after.additionalProperties];
  if (typeof values === 'object' && typeof laterValues === 'object') {
    return addedWithin(values, laterValues, [...steps, 'value']);
  }
  if (xdmTypeOf(before) === xdmTypeOf(after)) return [];
  throw new SchemaProblem(`The type of the field ${pathOf(steps)} is in use and cannot be changed`);
}

function pathOf(steps: readonly string[]): string {
  return `/${steps.join('/')}`;
}

/** Gives the table of a data set the fields that its schema has gained. Call it in a transaction. */
export async function extendDataset(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  added: readonly AddedField[],
): Promise<void> {
  if (added.length === 0) return;
  await dropDatasetView(connection, dataset);
  for (const { steps, property } of added) {
    const column = steps.map(identifier).join('.');
    await connection.run(`ALTER TABLE ${lakeTable(dataset)} ADD COLUMN ${column} ${columnTypeOf(property)}`);
  }
  await createDatasetView(connection, dataset);
}
