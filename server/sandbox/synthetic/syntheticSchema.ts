import { createHash } from 'node:crypto';
import type { XdmDescriptor, XdmSchema } from '../../platform/xdm';
import type { XdmProperties } from './xdmProperties';

export interface SyntheticSchema {
  /** Stands for the schema in its id, so that catalogs from two folders agree. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly class: string;
  /** With the leading underscore. */
  readonly tenant: string;
  readonly properties: XdmProperties;
  /** The first one is primary. */
  readonly identities: readonly {
    readonly path: string;
    readonly namespace: string;
  }[];
  /** Usage labels by the path of the field. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** The schema as the registry answers it, with its identities and labels as descriptors. */
export function syntheticSchema(schema: SyntheticSchema): XdmSchema {
  const hash = createHash('md5').update(`schema:${schema.key}`).digest('hex');
  const id = `https://ns.adobe.com/${schema.tenant.slice(1)}/schemas/${hash}`;
  return {
    $id: id,
    'meta:altId': `${schema.tenant}.schemas.${hash}`,
    'meta:resourceType': 'schemas',
    'meta:class': schema.class,
    'meta:extends': [schema.class],
    'meta:immutableTags': ['union'],
    'meta:tenantNamespace': schema.tenant,
    version: '1.0',
    title: schema.title,
    description: schema.description,
    type: 'object',
    properties: { ...schema.properties },
    'meta:descriptors': [
      ...schema.identities.map((each, index) => identity(id, { ...each, isPrimary: index === 0 })),
      ...Object.entries(schema.labels).map(([path, labels]) => label(id, path, labels)),
    ],
  };
}

function identity(
  schema: string,
  {
    path,
    namespace,
    isPrimary,
  }: { readonly path: string; readonly namespace: string; readonly isPrimary: boolean },
): XdmDescriptor {
  return {
    ...descriptor('xdm:descriptorIdentity', schema, path),
    'xdm:namespace': namespace,
    'xdm:property': 'xdm:id',
    'xdm:isPrimary': isPrimary,
  };
}

function label(schema: string, path: string, labels: readonly string[]): XdmDescriptor {
  return { ...descriptor('xdm:descriptorLabel', schema, path), 'xdm:labels': [...labels] };
}

function descriptor(type: string, schema: string, path: string): XdmDescriptor {
  return {
    '@id': createHash('md5').update(`${type}:${schema}:${path}`).digest('hex'),
    '@type': type,
    'xdm:sourceSchema': schema,
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': path,
  };
}
