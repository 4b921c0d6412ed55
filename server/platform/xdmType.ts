import { scalar } from '../catalog/typeText';
import type { DataType, ScalarName } from '../catalog/types';
import type { XdmProperty } from './xdm';

/** How the fields inside a property become fields of a type. */
export type ReadFields = (
  properties: Readonly<Record<string, XdmProperty>>,
) => Extract<DataType, { kind: 'struct' }>['fields'];

const scalarOfXdm: Readonly<Record<string, ScalarName>> = {
  string: 'string',
  boolean: 'boolean',
  byte: 'byte',
  short: 'short',
  int: 'int',
  integer: 'int',
  long: 'long',
  number: 'double',
  double: 'double',
  date: 'date',
  'date-time': 'timestamp',
};

/** The type of the column or field that a property of a resolved schema becomes in SQL. */
export function typeOfXdm(property: XdmProperty, readFields: ReadFields): DataType {
  if (property.properties) return { kind: 'struct', fields: readFields(property.properties) };
  if (property.items) return { kind: 'array', element: typeOfXdm(property.items, readFields) };
  if (typeof property.additionalProperties === 'object') {
    const value = typeOfXdm(property.additionalProperties, readFields);
    return { kind: 'map', key: scalar('string'), value };
  }
  const name = scalarOfXdm[xdmTypeOf(property)];
  return name ? scalar(name) : { kind: 'unknown', text: xdmTypeOf(property) };
}

/** `meta:xdmType`, or what the JSON schema says where it is left out. */
export function xdmTypeOf(property: XdmProperty): string {
  const exact = property['meta:xdmType'];
  if (exact !== undefined) return exact;
  if (property.type === 'string' && (property.format === 'date' || property.format === 'date-time')) {
    return property.format;
  }
  if (property.type === 'integer') return integerType(property);
  if (property.type === 'number') return 'double';
  return property.type ?? 'unknown';
}

function integerType({ minimum, maximum }: XdmProperty): string {
  if (minimum === undefined || maximum === undefined) return 'long';
  if (minimum >= -128 && maximum <= 127) return 'byte';
  if (minimum >= -32768 && maximum <= 32767) return 'short';
  return minimum >= -2147483648 && maximum <= 2147483647 ? 'int' : 'long';
}
