import { fieldNamed } from '../../catalog/catalog';
import type { Dataset, DataType, Field } from '../../catalog/types';
import { usageLabels } from './usageLabels';

/** A field of a data set, or a struct of it that is taken as a whole. One object for each, so that `===` compares. */
export interface SourceField {
  readonly dataset: Dataset;
  /** From the column inwards; keys of maps and places in arrays are no fields. */
  readonly fields: readonly Field[];
  /** `table.path` */
  readonly name: string;
  /** On the data set, on a field of the path, or on a field within it. */
  readonly labels: readonly string[];
}

const known = new WeakMap<Dataset, Map<string, SourceField>>();

/** The part of a data set's column that a path of names leads to, as deep as the fields are known. */
export function sourceField(dataset: Dataset, column: Field, path: readonly string[]): SourceField {
  const fields = [column, ...fieldsOn(column.type, path)];
  const name = [dataset.table, ...fields.map((field) => field.name)].join('.');
  const kept = known.get(dataset) ?? new Map<string, SourceField>();
  known.set(dataset, kept);
  const same = kept.get(name);
  if (same) return same;
  const source: SourceField = { dataset, fields, name, labels: usageLabels(dataset, fields) };
  kept.set(name, source);
  return source;
}

/** The fields that names lead to: through the structs in arrays, and past the keys of maps. */
function fieldsOn(from: DataType, path: readonly string[]): readonly Field[] {
  const fields: Field[] = [];
  let type = from;
  for (const name of path) {
    while (type.kind === 'array') type = type.element;
    if (type.kind === 'map') {
      type = type.value;
      continue;
    }
    const field = type.kind === 'struct' ? fieldNamed(type.fields, name) : undefined;
    if (!field) break;
    fields.push(field);
    type = field.type;
  }
  return fields;
}
