import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import { requiredFields } from './requiredFields';

type Properties = Readonly<Record<string, XdmProperty>>;

/** What is wrong first with a record of a data set, for people; `undefined` when it can be taken. */
export function recordComplaint(record: unknown, properties: Properties): string | undefined {
  if (!isObject(record)) return 'The record is no object';
  const missing = requiredFields(properties).find((name) => (record[name] ?? undefined) === undefined);
  if (missing !== undefined) return `The field /${missing} is missing`;
  return objectComplaint(record, properties, '');
}

/** A field that the schema does not know is left out, which is no complaint. */
function objectComplaint(value: object, properties: Properties, path: string): string | undefined {
  for (const [name, inner] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const complaint = property && complaintAbout(inner, property, `${path}/${name}`);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function complaintAbout(value: unknown, property: XdmProperty, path: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (property.properties) {
    return isObject(value)
      ? objectComplaint(value, property.properties, path)
      : mismatch(value, 'an object', path);
  }
  if (property.items) return arrayComplaint(value, property.items, path);
  if (typeof property.additionalProperties === 'object') {
    return mapComplaint(value, property.additionalProperties, path);
  }
  const type = xdmTypeOf(property);
  return isOf(value, type) ? undefined : mismatch(value, `of type ${type}`, path);
}

function arrayComplaint(value: unknown, items: XdmProperty, path: string): string | undefined {
  if (!Array.isArray(value)) return mismatch(value, 'an array', path);
  for (const [index, item] of value.entries()) {
    const complaint = complaintAbout(item, items, `${path}[${index}]`);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function mapComplaint(value: unknown, values: XdmProperty, path: string): string | undefined {
  if (!isObject(value)) return mismatch(value, 'a map', path);
  for (const [key, inner] of Object.entries(value)) {
    const complaint = complaintAbout(inner, values, `${path}/${key}`);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function mismatch(value: unknown, expected: string, path: string): string {
  const found = Array.isArray(value) ? 'an array' : isObject(value) ? 'an object' : JSON.stringify(value);
  return `The field ${path} must be ${expected}, not ${found.length > 60 ? `${found.slice(0, 60)}...` : found}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const integerBounds: Readonly<Record<string, number>> = {
  byte: 2 ** 7,
  short: 2 ** 15,
  int: 2 ** 31,
  long: 2 ** 63,
};

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'double':
      return typeof value === 'number';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value);
    case 'date-time':
      return typeof value === 'string' && dateTime.test(value) && isDate(value.slice(0, 10));
    default: {
      const bound = integerBounds[type];
      return (
        bound !== undefined &&
        Number.isInteger(value) &&
        (value as number) >= -bound &&
        (value as number) <= bound
      );
    }
  }
}

/** ISO 8601, with or without the offset; without one it is UTC. */
const dateTime =
  /^\d{4}-\d{2}-\d{2}(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
