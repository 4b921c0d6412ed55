import * as z from 'zod';

/** A type of a catalog snapshot as the tree shows it; a scalar, or one that we do not know, is its text. */
export type FieldType =
  | string
  | { readonly struct: readonly CatalogField[] }
  | { readonly array: FieldType }
  | { readonly map: readonly [FieldType, FieldType] };

export interface CatalogField {
  readonly name: string;
  readonly type: FieldType;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly identity?: { readonly namespace: string; readonly primary: boolean } | undefined;
}

export interface CatalogDataset {
  readonly table: string;
  readonly title?: string | undefined;
  readonly kind: 'dataset' | 'view' | 'sample';
  readonly schema?: { readonly title?: string | undefined; readonly class?: string | undefined } | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly columns: readonly CatalogField[];
}

export interface CatalogSnapshot {
  readonly sandbox?: string | undefined;
  readonly tenant?: string | undefined;
  readonly datasets: readonly CatalogDataset[];
}

/** Reads the part of a snapshot that the explorer shows. Throws when the text is no snapshot of version 1. */
export function parseCatalogSnapshot(text: string): CatalogSnapshot {
  return snapshotSchema.parse(JSON.parse(text));
}

const fieldTypeSchema: z.ZodType<FieldType> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ struct: z.array(fieldSchema) }),
    z.object({ array: fieldTypeSchema }),
    z.object({ map: z.tuple([fieldTypeSchema, fieldTypeSchema]) }),
  ]),
);

const fieldSchema: z.ZodType<CatalogField> = z.object({
  name: z.string(),
  type: fieldTypeSchema,
  title: z.string().optional(),
  description: z.string().optional(),
  labels: z.array(z.string()).optional(),
  identity: z.object({ namespace: z.string(), primary: z.boolean() }).optional(),
});

const snapshotSchema = z.object({
  version: z.literal(1),
  sandbox: z.string().optional(),
  tenant: z.string().optional(),
  datasets: z.array(
    z.object({
      table: z.string(),
      title: z.string().optional(),
      kind: z.enum(['dataset', 'view', 'sample']),
      schema: z.object({ title: z.string().optional(), class: z.string().optional() }).optional(),
      labels: z.array(z.string()).optional(),
      columns: z.array(fieldSchema),
    }),
  ),
});
