import {
  SnapshotProblem,
  type At,
  at,
  booleanOf,
  items,
  keysBeside,
  oneOf,
  stringOf,
  objectOf,
} from './json';
import { catalogOf, type Catalog } from './catalog';
import { parseType } from './typeText';
import type { DataType, Dataset, Field } from './types';

export type SnapshotReading =
  | { readonly status: 'read'; readonly catalog: Catalog }
  /** `message` names the field: `datasets[2].columns[0].type`. */
  | { readonly status: 'unreadable'; readonly message: string };

/** Reads the text of a catalog snapshot (`.feature-sql/catalog.json`). */
export function readSnapshot(text: string): SnapshotReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'unreadable', message: `The catalog is not valid JSON: ${reason}` };
  }
  try {
    return { status: 'read', catalog: readRoot(at('', json)) };
  } catch (error) {
    if (error instanceof SnapshotProblem) return { status: 'unreadable', message: error.message };
    throw error;
  }
}

const rootKeys = ['version', 'sandbox', 'tenant', 'takenAt', 'datasets'];
const datasetKeys = ['table', 'id', 'title', 'kind', 'schema', 'labels', 'columns'];
const schemaClasses = ['experienceevent', 'profile', 'record', 'adhoc'] as const;
const fieldKeys = ['name', 'type', 'title', 'description', 'labels', 'identity', 'enum'];

function readRoot(json: At): Catalog {
  const root = objectOf(json);
  const version = root.get('version');
  if (version.value !== 1) throw new SnapshotProblem(version.path, 'must be 1');
  return catalogOf({
    ...optional('sandbox', root.get('sandbox'), stringOf),
    ...optional('tenant', root.get('tenant'), stringOf),
    ...optional('takenAt', root.get('takenAt'), stringOf),
    datasets: items(root.get('datasets')).map(readDataset),
    ...keysBeside(root, rootKeys),
  });
}

function readDataset(json: At): Dataset {
  const dataset = objectOf(json);
  return {
    table: stringOf(dataset.get('table')),
    ...optional('id', dataset.get('id'), stringOf),
    ...optional('title', dataset.get('title'), stringOf),
    kind: dataset.has('kind') ? oneOf(dataset.get('kind'), ['dataset', 'view', 'sample']) : 'dataset',
    ...optional('schema', dataset.get('schema'), readSchema),
    ...optional('labels', dataset.get('labels'), strings),
    columns: items(dataset.get('columns')).map(readField),
    ...keysBeside(dataset, datasetKeys),
  };
}

function readSchema(json: At): NonNullable<Dataset['schema']> {
  const schema = objectOf(json);
  return {
    ...optional('title', schema.get('title'), stringOf),
    ...optional('id', schema.get('id'), stringOf),
    ...optional('class', schema.get('class'), (value) => oneOf(value, schemaClasses)),
    ...optional('version', schema.get('version'), stringOf),
  };
}

function readField(json: At): Field {
  const field = objectOf(json);
  return {
    name: stringOf(field.get('name')),
    type: readType(field.get('type')),
    ...optional('title', field.get('title'), stringOf),
    ...optional('description', field.get('description'), stringOf),
    ...optional('labels', field.get('labels'), strings),
    ...optional('identity', field.get('identity'), readIdentity),
    ...optional('enum', field.get('enum'), strings),
    ...keysBeside(field, fieldKeys),
  };
}

const typesOfTexts = new Map<string, DataType>();

function readType(json: At): DataType {
  if (typeof json.value === 'string') return scalarType(json.value);
  const type = objectOf(json);
  if (type.has('struct')) return { kind: 'struct', fields: items(type.get('struct')).map(readField) };
  if (type.has('array')) return { kind: 'array', element: readType(type.get('array')) };
  const [key, value, ...rest] = items(type.get('map'));
  if (!key || !value || rest.length > 0)
    throw new SnapshotProblem(`${json.path}.map`, 'must be a key type and a value type');
  return { kind: 'map', key: readType(key), value: readType(value) };
}

/** Type names repeat by the thousand, so each text is read once. */
function scalarType(text: string): DataType {
  const known = typesOfTexts.get(text);
  if (known) return known;
  const type = parseType(text);
  if (typesOfTexts.size < 1000) typesOfTexts.set(text, type);
  return type;
}

function readIdentity(json: At): NonNullable<Field['identity']> {
  const identity = objectOf(json);
  return {
    namespace: stringOf(identity.get('namespace')),
    primary: identity.has('primary') ? booleanOf(identity.get('primary')) : false,
  };
}

function strings(json: At): readonly string[] {
  return items(json).map(stringOf);
}

function optional<K extends string, T>(key: K, json: At, read: (json: At) => T): Partial<Record<K, T>> {
  return json.value === undefined || json.value === null ? {} : ({ [key]: read(json) } as Record<K, T>);
}
