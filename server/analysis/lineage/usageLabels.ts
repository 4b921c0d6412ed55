import type { Dataset, DataType, Field } from '../../catalog/types';

const none: readonly string[] = [];

/** The labels of a value read from a path of fields: the data set's, those on the path, and those within the value. */
export function usageLabels(dataset: Dataset, fields: readonly Field[]): readonly string[] {
  const last = fields.at(-1);
  return distinct([
    ...(dataset.labels ?? none),
    ...fields.flatMap((field) => field.labels ?? none),
    ...(last ? labelsWithin(last.type) : none),
  ]);
}

const within = new WeakMap<DataType, readonly string[]>();

/** The labels of the fields of structs in a type, at any depth. */
function labelsWithin(type: DataType): readonly string[] {
  if (type.kind === 'array') return labelsWithin(type.element);
  if (type.kind === 'map') return distinct([...labelsWithin(type.key), ...labelsWithin(type.value)]);
  if (type.kind !== 'struct') return none;
  let labels = within.get(type);
  if (!labels) {
    labels = distinct(
      type.fields.flatMap((field) => [...(field.labels ?? none), ...labelsWithin(field.type)]),
    );
    within.set(type, labels);
  }
  return labels;
}

/** In the order in which the labels are known by: C1, C2, ... C12, I1, ... */
function distinct(labels: readonly string[]): readonly string[] {
  return labels.length === 0 ? none : [...new Set(labels)].sort(byName.compare);
}

const byName = new Intl.Collator('en', { numeric: true });

/** The path from a field to the one within it that carries a label; empty when the field or what is around it does. */
export function pathToLabel(field: Field, label: string): readonly string[] {
  if (field.labels?.includes(label)) return [];
  for (const inner of fieldsWithin(field.type)) {
    if (inner.labels?.includes(label)) return [inner.name];
    if (labelsWithin(inner.type).includes(label)) return [inner.name, ...pathToLabel(inner, label)];
  }
  return [];
}

function fieldsWithin(type: DataType): readonly Field[] {
  switch (type.kind) {
    case 'struct':
      return type.fields;
    case 'array':
      return fieldsWithin(type.element);
    case 'map':
      return fieldsWithin(type.value);
    default:
      return [];
  }
}
