import {
  SnapshotProblem,
  type At,
  booleanOf,
  items,
  keysBeside,
  objectOf,
  oneOf,
  pathTo,
  rootAt,
  stringOf,
} from './json';
import { jsonFault, offsetInJson } from './jsonPlace';
import { catalogOf, type Catalog } from './catalog';
import { parseType } from './typeText';
import type { DataType, Dataset, Field, Snapshot } from './types';

export type SnapshotReading =
  | { readonly status: 'read'; readonly catalog: Catalog }
  /** `message` names the field: `datasets[2].columns[0].type`. */
  | { readonly status: 'unreadable'; readonly message: string; readonly place: Place };

/** Where in the file; both count from 0, characters in UTF-16. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Reads the text of a catalog snapshot (`.feature-sql/catalog.json`). */
export function readSnapshot(text: string): SnapshotReading {
  const reading = readJson(text, readRoot);
  if (reading.status === 'read') return { status: 'read', catalog: catalogOf(reading.value) };
  const place = placeIn(text, reading.offset);
  return { status: 'unreadable', message: reading.message(place), place };
}

export type JsonReading<T> =
  | { readonly status: 'read'; readonly value: T }
  | {
      readonly status: 'unreadable';
      readonly offset: number;
      /** What is wrong, when it is known where the offset is in the file. */
      readonly message: (place: Place) => string;
    };

/** Reads the text of a snapshot, or of a part of it that stands at `place` in the whole. */
export function readJson<T>(text: string, read: (json: At) => T, place = rootAt(undefined)): JsonReading<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { offset, expected } = jsonFault(text) ?? { offset: 0, expected: String(error) };
    return { status: 'unreadable', offset, message: (at) => syntaxMessage(expected, at) };
  }
  try {
    return { status: 'read', value: read({ ...place, value }) };
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    const { message, path } = error;
    const offset = offsetInJson(text, path.slice(pathTo(place).length));
    return { status: 'unreadable', offset, message: () => message };
  }
}

function syntaxMessage(expected: string, { line, character }: Place): string {
  return `The catalog is not valid JSON: expected ${expected} at line ${line + 1}, column ${character + 1}`;
}

export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - lineStart };
}

const rootKeys = ['version', 'sandbox', 'tenant', 'takenAt', 'datasets'];
const datasetKeys = ['table', 'id', 'title', 'kind', 'schema', 'labels', 'columns'];
const schemaClasses = ['experienceevent', 'profile', 'record', 'adhoc'] as const;
const fieldKeys = ['name', 'type', 'title', 'description', 'labels', 'identity', 'enum'];

export function readRoot(json: At): Snapshot {
  const root = objectOf(json);
  const version = root.get('version');
  if (version.value !== 1) throw new SnapshotProblem(version, 'must be 1');
  return {
    ...optional('sandbox', root.get('sandbox'), stringOf),
    ...optional('tenant', root.get('tenant'), stringOf),
    ...optional('takenAt', root.get('takenAt'), stringOf),
    datasets: items(root.get('datasets')).map(readDataset),
    ...keysBeside(root, rootKeys),
  };
}

/** The place of a data set's columns in the snapshot, for `readJson`. */
export function columnsAt(dataset: number): At {
  const datasets = { value: undefined, key: 'datasets', parent: rootAt(undefined) };
  return { value: undefined, key: 'columns', parent: { value: undefined, key: dataset, parent: datasets } };
}

export function readColumns(json: At): readonly Field[] {
  return items(json).map(readField);
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
    columns: readColumns(dataset.get('columns')),
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
    throw new SnapshotProblem(type.get('map'), 'must be a key type and a value type');
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
