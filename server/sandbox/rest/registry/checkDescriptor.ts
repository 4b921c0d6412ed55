import type { XdmDescriptor, XdmProperty, XdmSchema } from '../../../platform/xdm';
import { badRequest } from '../problem';

/** Refuses a descriptor that the schema cannot have. */
export function checkDescriptor(schema: XdmSchema, descriptor: XdmDescriptor): void {
  const path = descriptor['xdm:sourceProperty'];
  const property = path === undefined ? undefined : fieldAt(schema, path);
  if (path !== undefined && !property) throw badRequest(`The schema "${schema.title}" has no field ${path}`);
  if (descriptor['@type'] === 'xdm:descriptorLabel' && !descriptor['xdm:labels']) {
    throw badRequest('xdm:labels is missing');
  }
  if (descriptor['@type'] === 'xdm:descriptorIdentity') checkIdentity(schema, descriptor, property);
}

function checkIdentity(
  schema: XdmSchema,
  descriptor: XdmDescriptor,
  property: XdmProperty | undefined,
): void {
  if (!property) throw badRequest('xdm:sourceProperty is missing');
  if (!descriptor['xdm:namespace']) throw badRequest('xdm:namespace is missing');
  if (property.type !== 'string') throw badRequest('An identity must be a field of type string');
  const primary = schema['meta:descriptors']?.find(
    (each) => each['@type'] === 'xdm:descriptorIdentity' && each['xdm:isPrimary'],
  );
  if (descriptor['xdm:isPrimary'] && primary) {
    throw badRequest(`The schema has a primary identity: ${primary['xdm:sourceProperty']}`);
  }
}

/** The field that a path such as `/_acme/user_id` leads to; steps into an array are written `[*]` or left out. */
function fieldAt(schema: XdmSchema, path: string): XdmProperty | undefined {
  const steps = path.split('/').filter((step) => step !== '' && step !== '*' && step !== 'items');
  let properties: XdmSchema['properties'] | undefined = schema.properties;
  let found: XdmProperty | undefined;
  for (const step of steps) {
    const name = step
      .replace(/\[\*?\]$/, '')
      .replace(/^xdm:/, '')
      .replace(/^@/, '_');
    found = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    properties = fieldsIn(found);
  }
  return found;
}

function fieldsIn(property: XdmProperty | undefined): XdmSchema['properties'] | undefined {
  return property?.items ? fieldsIn(property.items) : property?.properties;
}
