import type { Platform } from './http';
import { allItems } from './paging';
import { eachRegistryItem, registryEntry, type RegistryEntry } from './registryList';
import { registryResource, type NewSchema, type RegistryResource } from './registryResource';
import { xdmSchema, type XdmSchema } from './xdm';

/** The schemas of the organization, those that queries made among them. */
export async function listSchemas(
  platform: Platform,
  signal?: AbortSignal,
): Promise<readonly RegistryEntry[]> {
  const accept = 'application/vnd.adobe.xed-id+json';
  return await allItems(
    eachRegistryItem(platform, registryEntry, { path: '/tenant/schemas', accept, signal }),
  );
}

/** A schema with all references resolved, and its descriptors with it. `id` is its `$id` or `meta:altId`. */
export async function getSchema(platform: Platform, id: string, signal?: AbortSignal): Promise<XdmSchema> {
  const container = /^https:\/\/ns\.adobe\.com\/(xdm|experience)\//.test(id) ? 'global' : 'tenant';
  return await platform.call(xdmSchema, {
    method: 'GET',
    path: `/data/foundation/schemaregistry/${container}/schemas/${encodeURIComponent(id)}`,
    headers: { Accept: 'application/vnd.adobe.xed-full-desc+json; version=1' },
    signal,
  });
}

export async function createSchema(
  platform: Platform,
  body: NewSchema,
  signal?: AbortSignal,
): Promise<RegistryResource> {
  return await platform.call(registryResource, {
    method: 'POST',
    path: '/data/foundation/schemaregistry/tenant/schemas',
    body: { type: 'object', ...body },
    headers: { Accept: 'application/vnd.adobe.xed+json' },
    signal,
  });
}
