import { z } from 'zod';
import { reference, xdmProperty } from './xdm';

/** A class, field group, data type or schema as it was written: with its references. */
export const registryResource = z.looseObject({
  $id: z.string(),
  'meta:altId': z.string(),
  /** `schemas classes mixins datatypes behaviors unions`. */
  'meta:resourceType': z.string().optional(),
  version: z.string(),
  title: z.string(),
  description: z.string().optional(),
  type: z.string().optional(),
  allOf: z.array(z.looseObject({ $ref: z.string().optional() })).optional(),
  properties: z.record(z.string(), xdmProperty).optional(),
  definitions: z.record(z.string(), z.unknown()).optional(),
  'meta:class': z.string().optional(),
  /** Classes that a field group can be added to. */
  'meta:intendedToExtend': z.array(z.string()).optional(),
  'meta:extends': z.array(z.string()).optional(),
  'meta:immutableTags': z.array(z.string()).optional(),
});

export type RegistryResource = z.infer<typeof registryResource>;

/** What a client sends to have a class, field group or data type made. */
export const newRegistryResource = z.looseObject({
  title: z.string().min(1),
  description: z.string().optional(),
  type: z.string().optional(),
  allOf: registryResource.shape.allOf,
  properties: registryResource.shape.properties,
  definitions: registryResource.shape.definitions,
  'meta:intendedToExtend': registryResource.shape['meta:intendedToExtend'],
});

export type NewRegistryResource = z.input<typeof newRegistryResource>;

/** What a client sends to have a schema made: references to one class and to field groups. */
export const newSchema = z.looseObject({
  title: z.string().min(1),
  description: z.string().optional(),
  type: z.literal('object').optional(),
  allOf: z.array(reference).min(1),
  'meta:immutableTags': z.array(z.string()).optional(),
});

export type NewSchema = z.input<typeof newSchema>;
