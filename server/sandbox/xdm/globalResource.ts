import type { XdmProperties } from '../synthetic/xdmProperties';
import type { RegistryResource } from '../../platform/registryResource';

export type ResourceType = 'schemas' | 'classes' | 'mixins' | 'datatypes' | 'behaviors' | 'unions';

/** A resource that every organization has. `path` is its place under `https://ns.adobe.com/xdm/`. */
export function globalResource(
  path: string,
  type: ResourceType,
  about: {
    readonly title: string;
    readonly description?: string;
    readonly extends?: readonly string[];
    readonly intendedToExtend?: readonly string[];
    readonly properties: XdmProperties;
  },
): RegistryResource {
  return {
    $id: `https://ns.adobe.com/xdm/${path}`,
    'meta:altId': `_xdm.${path.replaceAll('/', '.')}`,
    'meta:resourceType': type,
    version: '1.0',
    title: about.title,
    ...(about.description === undefined ? {} : { description: about.description }),
    type: 'object',
    properties: { ...about.properties },
    ...(about.extends ? { 'meta:extends': [...about.extends] } : {}),
    ...(about.intendedToExtend ? { 'meta:intendedToExtend': [...about.intendedToExtend] } : {}),
  };
}
