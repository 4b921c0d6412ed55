import { omit } from '../../../base/omit';
import type { RegistryResource } from '../../../platform/registryResource';
import type { XdmProperty, XdmSchema } from '../../../platform/xdm';
import type { XdmProperties } from '../../synthetic/xdmProperties';
import type { Registry } from '../../xdm/registry';
import { resolveProperties } from '../../xdm/resolveProperties';
import type { RegistryForm } from './accept';

/** A class, field group or data type in the form that was asked for. */
export function resourceView(resource: RegistryResource, form: RegistryForm, registry: Registry): object {
  if (!form.full) return finished(resource, form);
  const head = omit(resource, 'allOf', 'definitions');
  const properties = resolveProperties(resource, registry.find);
  return finished({ ...head, properties: inForm(properties, form, undefined) }, form);
}

/** A schema in the form that was asked for. */
export function schemaView(schema: XdmSchema, form: RegistryForm): object {
  const { properties, 'meta:descriptors': descriptors, allOf = referencesOf(schema), ...head } = schema;
  const described = form.descriptors ? { ...head, 'meta:descriptors': descriptors ?? [] } : head;
  if (!form.full) return finished({ ...described, allOf }, form);
  const tenant = schema['meta:tenantNamespace'];
  return finished({ ...described, properties: inForm(properties, form, tenant) }, form);
}

/** What a list says of a resource. */
export function summaryOf(resource: Pick<RegistryResource, '$id' | 'meta:altId' | 'title' | 'version'>) {
  const { $id, 'meta:altId': altId, title, version } = resource;
  return { $id, 'meta:altId': altId, version, title };
}

function referencesOf(schema: XdmSchema): readonly object[] {
  return (schema['meta:extends'] ?? [schema['meta:class']]).map(($ref) => ({
    $ref,
    type: 'object',
    'meta:xdmType': 'object',
  }));
}

function finished(view: object, { withoutText }: RegistryForm): object {
  return withoutText ? (quiet(view) as object) : view;
}

function inForm(
  properties: XdmProperties,
  { vocabulary, flat }: RegistryForm,
  tenant: string | undefined,
): XdmProperties {
  const named = vocabulary === 'xed' ? properties : prefixed(properties, tenant);
  return flat ? Object.fromEntries(leavesOf(named, '')) : named;
}

/** Fields that have none of their own, named as `web/webPageDetails/name` and `productListItems[*]/SKU`. */
function leavesOf(properties: XdmProperties, start: string): readonly (readonly [string, XdmProperty])[] {
  return Object.entries(properties).flatMap(([name, property]) => leavesAt(`${start}${name}`, property));
}

function leavesAt(path: string, property: XdmProperty): readonly (readonly [string, XdmProperty])[] {
  if (property.properties) return leavesOf(property.properties, `${path}/`);
  return property.items ? leavesAt(`${path}[*]`, property.items) : [[path, property]];
}

/** Names as the public schemas write them: `xdm:web`, `@id`; those of an organization are the same in both. */
function prefixed(properties: XdmProperties, tenant: string | undefined): XdmProperties {
  const entries = Object.entries(properties).map(([name, property]): [string, XdmProperty] =>
    name === tenant || (name.startsWith('_') && property.properties !== undefined && name !== '_repo')
      ? [name, property]
      : [prefixedName(name), prefixedProperty(property)],
  );
  return Object.fromEntries(entries);
}

function prefixedName(name: string): string {
  if (name === '_id') return '@id';
  return name.startsWith('_') ? name : `xdm:${name}`;
}

function prefixedProperty(property: XdmProperty): XdmProperty {
  const { properties, items, additionalProperties, ...rest } = property;
  return {
    ...rest,
    ...(properties ? { properties: { ...prefixed(properties, undefined) } } : {}),
    ...(items ? { items: prefixedProperty(items) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: prefixedProperty(additionalProperties) }
      : {}),
  };
}

/** Without titles and descriptions. A field may be named `title` too: only texts are left out. */
function quiet(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(quiet);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).filter(
    ([key, inner]) => !((key === 'title' || key === 'description') && typeof inner === 'string'),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, quiet(inner)]));
}
