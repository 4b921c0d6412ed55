import type { DuckDBConnection } from '@duckdb/node-api';
import { registryResource, type RegistryResource } from '../../platform/registryResource';
import type { XdmSchema } from '../../platform/xdm';
import type { DocumentKind, Documents } from '../store/documents';
import { listSchemas } from '../store/schemas';
import { eventFieldGroups } from './eventFieldGroups';
import { behaviors, globalClasses } from './globalClasses';
import type { ResourceType } from './globalResource';
import { profileFieldGroups } from './profileFieldGroups';

export type Container = 'global' | 'tenant';

/** Classes, field groups and data types that the organization made, by `$id`. */
export const ownResource: DocumentKind<RegistryResource> = {
  name: 'registryResource',
  body: registryResource,
};

const globalResources: readonly RegistryResource[] = [
  ...behaviors,
  ...globalClasses,
  ...eventFieldGroups,
  ...profileFieldGroups,
];

/** All that the Schema Registry holds at one time. */
export interface Registry {
  readonly schemas: readonly XdmSchema[];
  /** All but schemas. */
  readonly resources: (container: Container, type: ResourceType) => readonly RegistryResource[];
  /** A resource by its `$id` or `meta:altId`; a schema is none. */
  readonly find: (id: string) => RegistryResource | undefined;
  /** A schema by its `$id` or `meta:altId`. */
  readonly schema: (id: string) => XdmSchema | undefined;
}

export async function readRegistry(documents: Documents, connection: DuckDBConnection): Promise<Registry> {
  const schemas = await listSchemas(connection);
  const own = (await documents.list(ownResource)).map(({ body }) => body);
  const ofType = (type: ResourceType) => (resource: RegistryResource) =>
    resource['meta:resourceType'] === type;
  const byId = new Map(
    [...globalResources, ...own].flatMap((resource) => [
      [resource.$id, resource],
      [resource['meta:altId'], resource],
    ]),
  );
  return {
    schemas,
    resources: (container, type) => (container === 'global' ? globalResources : own).filter(ofType(type)),
    find: (id) => byId.get(id),
    schema: (id) => schemas.find((schema) => schema.$id === id || schema['meta:altId'] === id),
  };
}
