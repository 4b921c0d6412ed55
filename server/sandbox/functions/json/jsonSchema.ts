import type { DataType, Field } from '../../../catalog/types';
import { inferredWhole, widerScalar } from '../inferredTypes';
import { isWholeNumber, type JsonValue } from './jsonValue';
import { readJson } from './readJson';

const text: DataType = { kind: 'scalar', name: 'string' };
const nothing: DataType = { kind: 'unknown', text: 'void' };

/** The type of a sample of JSON; `undefined` for a text that is none. */
export function typeOfJson(sample: string): DataType | undefined {
  const value = readJson(sample, { singleQuotes: true });
  return value && (settled(inferred(value)) ?? text);
}

function inferred(value: JsonValue): DataType {
  switch (value.kind) {
    case 'null':
      return nothing;
    case 'boolean':
      return { kind: 'scalar', name: 'boolean' };
    case 'string':
      return text;
    case 'number':
      return isWholeNumber(value.text)
        ? inferredWhole(value.text, 'long')
        : { kind: 'scalar', name: 'double' };
    case 'array':
      return { kind: 'array', element: value.items.map(inferred).reduce(wider, nothing) };
    case 'object':
      return {
        kind: 'struct',
        fields: inOrder(value.entries.map(([name, each]) => ({ name, type: inferred(each) }))),
      };
  }
}

/** By their names; of two with one name the wider type. */
function inOrder(fields: readonly Field[]): readonly Field[] {
  const types = new Map<string, DataType>();
  for (const { name, type } of fields) types.set(name, wider(types.get(name) ?? nothing, type));
  return [...types]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, type]) => ({ name, type }));
}

function wider(one: DataType, other: DataType): DataType {
  if (one.kind === 'unknown') return other;
  if (other.kind === 'unknown') return one;
  if (one.kind === 'struct' && other.kind === 'struct') {
    return { kind: 'struct', fields: inOrder([...one.fields, ...other.fields]) };
  }
  if (one.kind === 'array' && other.kind === 'array') {
    return { kind: 'array', element: wider(one.element, other.element) };
  }
  return widerScalar(one, other) ?? text;
}

/** What has no type is a text, and a struct without fields is nothing. */
function settled(type: DataType): DataType | undefined {
  switch (type.kind) {
    case 'unknown':
      return text;
    case 'array': {
      const element = settled(type.element);
      return element && { kind: 'array', element };
    }
    case 'struct': {
      const fields = type.fields.flatMap(({ name, type: field }) => {
        const known = settled(field);
        return known ? [{ name, type: known }] : [];
      });
      return fields.length > 0 ? { kind: 'struct', fields } : undefined;
    }
    default:
      return type;
  }
}
