import type { RegistryResource } from '../../platform/registryResource';
import type { XdmSchema } from '../../platform/xdm';
import { resolveProperties } from './resolveProperties';
import { SchemaProblem } from './schemaProblem';

/** Looks a resource up by its id. */
export type FindInRegistry = (id: string) => RegistryResource | undefined;

/** A schema before its references are followed. */
export type SchemaDraft = Pick<XdmSchema, '$id' | 'meta:altId' | 'title' | 'version'> & {
  readonly allOf: readonly { readonly $ref: string }[];
  readonly [key: string]: unknown;
};

/** Puts a schema together from the class and field groups that it refers to. Throws a `SchemaProblem`. */
export function composeSchema(draft: SchemaDraft, find: FindInRegistry): XdmSchema {
  const parts = draft.allOf.map(({ $ref }) => {
    const part = find($ref);
    if (!part) throw new SchemaProblem(`There is no class or field group ${$ref}`);
    return part;
  });
  const schemaClass = classAmong(parts);
  for (const part of parts) checkIntention(part, schemaClass);
  const extended = [schemaClass.$id, ...(schemaClass['meta:extends'] ?? []), ...parts.map(({ $id }) => $id)];
  return {
    ...draft,
    type: 'object',
    allOf: draft.allOf.map((each) => ({ ...each, type: 'object', 'meta:xdmType': 'object' })),
    'meta:class': schemaClass.$id,
    'meta:extends': [...new Set(extended)],
    'meta:resourceType': 'schemas',
    properties: { ...resolveProperties({ allOf: [...draft.allOf] }, find) },
  };
}

function classAmong(parts: readonly RegistryResource[]): RegistryResource {
  const [found, ...others] = parts.filter((part) => part['meta:resourceType'] === 'classes');
  if (found && others.length === 0) return found;
  throw new SchemaProblem(
    found
      ? 'A schema can have one class only'
      : 'A schema must refer to a class, such as https://ns.adobe.com/xdm/context/profile',
  );
}

/** A field group for events cannot be part of a profile. */
function checkIntention(part: RegistryResource, schemaClass: RegistryResource): void {
  const intended = part['meta:intendedToExtend'] ?? [];
  const kinds = [schemaClass.$id, ...(schemaClass['meta:extends'] ?? [])];
  if (intended.length === 0 || intended.some((id) => kinds.includes(id))) return;
  throw new SchemaProblem(`The field group "${part.title}" cannot extend the class "${schemaClass.title}"`);
}
