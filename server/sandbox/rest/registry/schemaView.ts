import type { XdmProperty, XdmSchema } from '../../../platform/xdm';
import type { RegistryForm } from './accept';

/** A schema in the form that was asked for. */
export function schemaView(schema: XdmSchema, form: RegistryForm): object {
  const { properties, 'meta:descriptors': descriptors, allOf = referencesOf(schema), ...head } = schema;
  const described = form.descriptors ? { ...head, 'meta:descriptors': descriptors ?? [] } : head;
  const view = form.full
    ? { ...described, properties: inVocabulary(properties, schema, form) }
    : { ...described, allOf };
  return form.withoutText ? withoutText(view) : view;
}

/** What a list says of a schema, or of another resource. */
export function summaryOf(resource: Pick<XdmSchema, '$id' | 'meta:altId' | 'title' | 'version'>) {
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

function inVocabulary(
  properties: XdmSchema['properties'],
  schema: XdmSchema,
  { vocabulary }: RegistryForm,
): XdmSchema['properties'] {
  return vocabulary === 'xed' ? properties : prefixed(properties, schema['meta:tenantNamespace']);
}

/** Names as the public schemas write them: `xdm:web`, `@id`; those of an organization are the same in both. */
function prefixed(properties: XdmSchema['properties'], tenant: string | undefined): XdmSchema['properties'] {
  const entries = Object.entries(properties).map(([name, property]): [string, XdmProperty] =>
    name === tenant || name === '_experience'
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
    ...(properties ? { properties: prefixed(properties, undefined) } : {}),
    ...(items ? { items: prefixedProperty(items) } : {}),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: prefixedProperty(additionalProperties) }
      : {}),
  };
}

/** A field may be named `title` too: only texts are left out. */
function withoutText(value: unknown): object {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).filter(
      ([key, inner]) => !((key === 'title' || key === 'description') && typeof inner === 'string'),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as object;
}
