import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import { identifier } from '../store/sqlText';

/** SQL for a value whose times, however deep, are texts in ISO 8601: JSON has no times, and DuckDB has its own form. */
export function isoTimes(value: string, property: XdmProperty, depth = 0): string {
  if (!hasTime(property)) return value;
  if (property.properties) {
    const fields = Object.entries(property.properties).map(
      ([name, inner]) => `${identifier(name)} := ${isoTimes(`${value}.${identifier(name)}`, inner, depth)}`,
    );
    return `CASE WHEN ${value} IS NOT NULL THEN struct_pack(${fields.join(', ')}) END`;
  }
  const item = `item${depth}`;
  if (property.items) {
    return `list_transform(${value}, lambda ${item}: ${isoTimes(item, property.items, depth + 1)})`;
  }
  if (typeof property.additionalProperties === 'object') {
    const inner = isoTimes(item, property.additionalProperties, depth + 1);
    const values = `list_transform(map_values(${value}), lambda ${item}: ${inner})`;
    return `CASE WHEN ${value} IS NOT NULL THEN map(map_keys(${value}), ${values}) END`;
  }
  return `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
}

function hasTime(property: XdmProperty): boolean {
  const { properties, items, additionalProperties } = property;
  if (properties) return Object.values(properties).some(hasTime);
  if (items) return hasTime(items);
  if (typeof additionalProperties === 'object') return hasTime(additionalProperties);
  return xdmTypeOf(property) === 'date-time';
}
