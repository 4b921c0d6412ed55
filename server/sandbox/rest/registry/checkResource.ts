import type { RegistryResource } from '../../../platform/registryResource';
import type { Registry } from '../../xdm/registry';
import { resolveProperties } from '../../xdm/resolveProperties';
import { badRequest } from '../problem';

/** What it refers to must be there, and its fields lie in the organization's own namespace. */
export function checkResource(resource: RegistryResource, find: Registry['find'], tenant: string): void {
  const fields = Object.keys(resolveProperties(resource, find));
  const type = resource['meta:resourceType'];
  if (type === 'datatypes' || type === 'classes') return;
  const outside = fields.find((name) => name !== tenant);
  if (outside !== undefined) {
    throw badRequest(
      `The field ${outside} must be in the object ${tenant}, as all fields of the organization`,
    );
  }
}
