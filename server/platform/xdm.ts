import { z } from 'zod';

/** A field of a resolved XDM schema, as the Schema Registry's `xed-full` forms give it; unknown keys are kept. */
export const xdmProperty = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** The exact type: `string int long short byte double boolean date date-time object array map`. */
  'meta:xdmType': z.string().optional(),
  /** The only values allowed. */
  enum: z.array(z.string()).optional(),
  /** Known values with their titles; others may occur. */
  'meta:enum': z.record(z.string(), z.string()).optional(),
  get properties() {
    return z.record(z.string(), xdmProperty).optional();
  },
  get items() {
    return xdmProperty.optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), xdmProperty]).optional();
  },
});

export type XdmProperty = z.infer<typeof xdmProperty>;

/** Says something about one field of a schema; `xdm:sourceProperty` is its path, as in `/_acme/user_id`. */
export const xdmDescriptor = z.looseObject({
  '@id': z.string().optional(),
  '@type': z.string(),
  'xdm:sourceSchema': z.string(),
  'xdm:sourceVersion': z.number().optional(),
  'xdm:sourceProperty': z.string().optional(),
  /** Of an identity descriptor. */
  'xdm:namespace': z.string().optional(),
  'xdm:property': z.string().optional(),
  'xdm:isPrimary': z.boolean().optional(),
  /** Of a label descriptor. */
  'xdm:labels': z.array(z.string()).optional(),
});

export type XdmDescriptor = z.infer<typeof xdmDescriptor>;

/** Stands for a resource of the Schema Registry, or for a definition of the same one: `#/definitions/customFields`. */
export const reference = z.looseObject({ $ref: z.string() });

/** A schema with its references resolved and its descriptors attached (`xed-full-desc`). */
export const xdmSchema = z.looseObject({
  $id: z.string(),
  'meta:altId': z.string(),
  title: z.string(),
  description: z.string().optional(),
  version: z.string(),
  type: z.literal('object'),
  'meta:class': z.string(),
  /** The class and field groups that it was put together from. */
  allOf: z.array(reference).optional(),
  'meta:extends': z.array(z.string()).optional(),
  'meta:immutableTags': z.array(z.string()).optional(),
  'meta:resourceType': z.string().optional(),
  'meta:tenantNamespace': z.string().optional(),
  properties: z.record(z.string(), xdmProperty),
  'meta:descriptors': z.array(xdmDescriptor).optional(),
});

export type XdmSchema = z.infer<typeof xdmSchema>;

export const xdmClass = {
  experienceEvent: 'https://ns.adobe.com/xdm/context/experienceevent',
  profile: 'https://ns.adobe.com/xdm/context/profile',
  adhoc: 'https://ns.adobe.com/xdm/data/adhoc',
} as const;
