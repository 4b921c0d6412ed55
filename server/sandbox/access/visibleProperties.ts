import type { XdmProperty } from '../../platform/xdm';
import type { HiddenField } from './hiddenFields';

type Properties = Readonly<Record<string, XdmProperty>>;

/** The fields of a schema without the hidden ones, as `visibleColumns` leaves them in rows. */
export function visibleProperties(properties: Properties, hidden: readonly HiddenField[]): Properties {
  return without(
    properties,
    '',
    hidden.map(({ path }) => path.toLowerCase()),
  );
}

function without(properties: Properties, before: string, paths: readonly string[]): Properties {
  const entries = Object.entries(properties).flatMap(([name, property]) => {
    const left = visible(property, `${before}/${name.toLowerCase()}`, paths);
    return left === undefined ? [] : [[name, left] as const];
  });
  return Object.fromEntries(entries);
}

function visible(property: XdmProperty, path: string, paths: readonly string[]): XdmProperty | undefined {
  if (paths.includes(path)) return undefined;
  if (!paths.some((each) => each.startsWith(`${path}/`))) return property;
  if (property.properties) {
    const inner = without(property.properties, path, paths);
    return Object.keys(inner).length === 0 ? undefined : { ...property, properties: { ...inner } };
  }
  if (typeof property.additionalProperties === 'object') return undefined;
  if (!property.items) return property;
  const items = visible(property.items, path, paths);
  return items === undefined ? undefined : { ...property, items };
}
