import type { DataType, Dataset, Field, Snapshot } from './types';

/** What the warehouse holds, as far as we were told: a snapshot that can be looked up. */
export interface Catalog extends Snapshot {
  readonly byName: ReadonlyMap<string, Dataset>;
}

export function catalogOf(snapshot: Snapshot): Catalog {
  return { ...snapshot, byName: new Map(snapshot.datasets.map((each) => [each.table.toLowerCase(), each])) };
}

export const emptyCatalog: Catalog = catalogOf({ datasets: [] });

/**
 * The data set that a table name means: the one of exactly this name, else, for a name qualified by database or
 * schema, the one that the catalog lists under the last part. Names know no case.
 */
export function findDataset(catalog: Catalog, parts: readonly string[]): Dataset | undefined {
  const names = parts.map((part) => part.toLowerCase());
  return catalog.byName.get(names.join('.')) ?? catalog.byName.get(names.at(-1) ?? '');
}

const indexes = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** The field of a name, without regard to case; the first where several differ by case only. */
export function fieldNamed<T extends Field>(fields: readonly T[], name: string): T | undefined {
  const key = name.toLowerCase();
  if (fields.length < 8) return fields.find((field) => field.name.toLowerCase() === key);
  let index = indexes.get(fields);
  if (!index) {
    index = new Map([...fields].reverse().map((field) => [field.name.toLowerCase(), field]));
    indexes.set(fields, index);
  }
  return index.get(key) as T | undefined;
}

/** The fields that a dot after a value of this type leads to: of a struct, or of the structs in an array. */
export function fieldsOf(type: DataType): readonly Field[] {
  if (type.kind === 'struct') return type.fields;
  if (type.kind === 'array') return fieldsOf(type.element);
  return [];
}
