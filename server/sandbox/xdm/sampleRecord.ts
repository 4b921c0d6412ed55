import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';

/** A record with a value in each field of a schema, the same one each time; the form is what it shows. */
export function sampleRecord(properties: Readonly<Record<string, XdmProperty>>): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sampleValue(name, property)]),
  );
}

function sampleValue(name: string, property: XdmProperty): unknown {
  if (property.properties) return sampleRecord(property.properties);
  if (property.items) return [sampleValue(name, property.items)];
  if (typeof property.additionalProperties === 'object') {
    return { key: sampleValue(name, property.additionalProperties) };
  }
  switch (xdmTypeOf(property)) {
    case 'boolean':
      return true;
    case 'double':
      return 1.5;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return property.minimum !== undefined && property.minimum > 1 ? property.minimum : 1;
    case 'date':
      return '2026-11-01';
    case 'date-time':
      return '2026-11-01T12:00:00Z';
    default:
      return property.enum?.[0] ?? Object.keys(property['meta:enum'] ?? {})[0] ?? `Sample ${name}`;
  }
}
