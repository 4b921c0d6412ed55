import type { Platform } from './http';
import { registryResource, type NewRegistryResource, type RegistryResource } from './registryResource';

export async function createFieldGroup(
  platform: Platform,
  body: NewRegistryResource,
  signal?: AbortSignal,
): Promise<RegistryResource> {
  return await platform.call(registryResource, {
    method: 'POST',
    path: '/data/foundation/schemaregistry/tenant/fieldgroups',
    body,
    headers: { Accept: 'application/vnd.adobe.xed+json' },
    signal,
  });
}
