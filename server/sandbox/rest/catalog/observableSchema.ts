import type { DuckDBConnection } from '@duckdb/node-api';
import type { XdmProperty } from '../../../platform/xdm';
import type { HiddenField } from '../../access/hiddenFields';
import { lakeTable } from '../../store/createDataset';
import { readSchema, type StoredDataset } from '../../store/datasets';
import { identifier } from '../../store/sqlText';

type Properties = Readonly<Record<string, XdmProperty>>;

/** A field that has no fields of its own, or an array or map as a whole. */
interface Leaf {
  readonly names: readonly string[];
  readonly property: XdmProperty;
}

/** The part of a data set's schema that has values in its rows, without the hidden fields. */
export async function observableSchema(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  hidden: readonly HiddenField[],
): Promise<object> {
  const schema = await readSchema(connection, dataset.schemaId);
  const paths = hidden.map(({ path }) => path);
  const isHidden = ({ names }: Leaf): boolean =>
    paths.some((path) => path === `/${names.join('/')}` || path.startsWith(`/${names.join('/')}/`));
  const leaves = leavesOf(schema?.properties ?? {}, []).filter((leaf) => !isHidden(leaf));
  const populated = await populatedLeaves(connection, dataset, leaves);
  return { type: 'object', 'meta:xdmType': 'object', properties: treeOf(populated) };
}

function leavesOf(properties: Properties, before: readonly string[]): readonly Leaf[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const names = [...before, name];
    return property.properties ? leavesOf(property.properties, names) : [{ names, property }];
  });
}

async function populatedLeaves(
  connection: DuckDBConnection,
  dataset: StoredDataset,
  leaves: readonly Leaf[],
): Promise<readonly Leaf[]> {
  if (leaves.length === 0) return [];
  const counts = leaves.map(({ names }) => `count(${names.map(identifier).join('.')}) > 0`);
  const found = await connection.runAndReadAll(
    `SELECT ${counts.join(', ')} FROM ${lakeTable(dataset)} AS rows`,
  );
  const row = (found.getRows()[0] ?? []) as readonly boolean[];
  return leaves.filter((_, index) => row[index]);
}

/** The leaves in the objects that they were in. */
function treeOf(leaves: readonly Leaf[]): Properties {
  const inner = new Map<string, Leaf[]>();
  for (const {
    names: [first = '', ...rest],
    property,
  } of leaves) {
    inner.set(first, [...(inner.get(first) ?? []), { names: rest, property }]);
  }
  return Object.fromEntries([...inner].map(([name, below]) => [name, branchOf(below)]));
}

function branchOf(leaves: readonly Leaf[]): XdmProperty {
  const [only] = leaves;
  if (only?.names.length === 0) return only.property;
  return { type: 'object', 'meta:xdmType': 'object', properties: { ...treeOf(leaves) } };
}
