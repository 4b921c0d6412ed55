import type { XdmProperty } from '../../platform/xdm';
import { xdmTypeOf } from '../../platform/xdmType';
import type { XdmProperties } from '../synthetic/xdmProperties';
import { SchemaProblem } from './schemaProblem';

/** The fields of two parts of a schema together. Both may add to the same object; `path` is where they stand. */
export function mergeProperties(left: XdmProperties, right: XdmProperties, path = ''): XdmProperties {
  const merged = new Map(Object.entries(left));
  for (const [name, property] of Object.entries(right)) {
    const known = merged.get(name);
    merged.set(name, known ? mergeProperty(known, property, `${path}/${name}`) : property);
  }
  checkNames([...merged.keys()], path);
  return Object.fromEntries(merged);
}

function mergeProperty(left: XdmProperty, right: XdmProperty, path: string): XdmProperty {
  if (left.properties && right.properties) {
    return { ...left, ...right, properties: { ...mergeProperties(left.properties, right.properties, path) } };
  }
  if (xdmTypeOf(left) === xdmTypeOf(right)) return { ...left, ...right };
  throw new SchemaProblem(
    `The field ${path} has the type ${xdmTypeOf(left)} in one part of the schema and ${xdmTypeOf(right)} in another`,
  );
}

/** SQL does not tell names apart that differ by case only. */
function checkNames(names: readonly string[], path: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key))
      throw new SchemaProblem(`There is another field like ${path}/${name} but for its case`);
    seen.add(key);
  }
}
