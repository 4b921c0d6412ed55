import type { Platform } from './http';
import { allItems } from './paging';
import { eachRegistryItem } from './registryList';
import { xdmDescriptor, type XdmDescriptor } from './xdm';

/** All descriptors of the organization: identities, labels, relationships, names for display. */
export async function listDescriptors(
  platform: Platform,
  signal?: AbortSignal,
): Promise<readonly XdmDescriptor[]> {
  const accept = 'application/vnd.adobe.xdm-v2+json';
  return await allItems(
    eachRegistryItem(platform, xdmDescriptor, { path: '/tenant/descriptors', accept, signal }),
  );
}

export async function createDescriptor(
  platform: Platform,
  body: XdmDescriptor,
  signal?: AbortSignal,
): Promise<XdmDescriptor> {
  return await platform.call(xdmDescriptor, {
    method: 'POST',
    path: '/data/foundation/schemaregistry/tenant/descriptors',
    body,
    headers: { Accept: 'application/vnd.adobe.xdm+json' },
    signal,
  });
}
