import { z } from 'zod';
import type { Platform } from './http';

/** Names a specification of Flow Service. */
export const specReference = z.looseObject({ id: z.string(), version: z.string().optional() });

/** What creating something in Flow Service answers. */
export const createdInFlow = z.looseObject({ id: z.string(), etag: z.string() });

export type CreatedInFlow = z.infer<typeof createdInFlow>;

/** A list of Flow Service; one thing alone is a list too. */
export function flowList<T extends z.ZodType>(item: T) {
  return z.looseObject({
    items: z.array(item),
    _links: z.looseObject({ next: z.looseObject({ href: z.string().optional() }).optional() }).optional(),
  });
}

/** Access to a storage. */
export const newBaseConnection = z.looseObject({
  name: z.string(),
  auth: z.looseObject({ specName: z.string().optional() }).nullish(),
  connectionSpec: specReference,
});

/** What of a storage, or of the data lake, is read. */
export const newSourceConnection = z.looseObject({
  name: z.string(),
  baseConnectionId: z.string().nullish(),
  data: z.looseObject({ format: z.string() }).nullish(),
  connectionSpec: specReference,
  params: z.looseObject({
    /** Of the data lake. */
    datasets: z.array(z.looseObject({ dataSetId: z.string() })).optional(),
    /** Of a storage: `container/folder`. */
    path: z.string().optional(),
    type: z.string().optional(),
    recursive: z.boolean().optional(),
  }),
});

/** Where data is written: a folder of a storage, or a data set. */
export const newTargetConnection = z.looseObject({
  name: z.string(),
  baseConnectionId: z.string().nullish(),
  connectionSpec: specReference,
  params: z.looseObject({
    mode: z.string().optional(),
    compression: z.string().optional(),
    datasetFileType: z.string().optional(),
    path: z.string().optional(),
    /** Of the data lake. */
    dataSetId: z.string().optional(),
  }),
});

/** What Flow Service adds to what was sent. */
const kept = {
  id: z.string(),
  etag: z.string(),
  state: z.string().optional(),
  /** Milliseconds since 1970. */
  createdAt: z.number().optional(),
  updatedAt: z.number().optional(),
};

export const baseConnection = newBaseConnection.extend(kept);
export const sourceConnection = newSourceConnection.extend(kept);
export const targetConnection = newTargetConnection.extend(kept);

export type NewSourceConnection = z.input<typeof newSourceConnection>;
export type NewTargetConnection = z.input<typeof newTargetConnection>;
export type NewBaseConnection = z.input<typeof newBaseConnection>;

/** Ids of the specifications that are used here; the same everywhere. */
export const connectionSpecs = {
  /** The data lake as what is exported from. */
  dataLakeSource: '23598e46-f560-407b-88d5-ea6207e49db0',
  /** The data lake as what is imported into. */
  dataLakeTarget: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c',
  landingZoneTarget: '10440537-2a7b-4583-ac39-ed38d4b848e8',
  landingZoneSource: '26f526f2-58f4-4712-961d-e41bf1ccc0e8',
} as const;

export const flowSpecs = {
  landingZoneExport: 'cd2fc47e-e838-4f38-a581-8fff2f99b63a',
  cloudStorageImport: '9753525b-82c7-4dce-8a9b-5ccfce2b9876',
} as const;

const root = '/data/foundation/flowservice';

export async function createBaseConnection(
  platform: Platform,
  body: NewBaseConnection,
  signal?: AbortSignal,
): Promise<CreatedInFlow> {
  return await platform.call(createdInFlow, { method: 'POST', path: `${root}/connections`, body, signal });
}

export async function createSourceConnection(
  platform: Platform,
  body: NewSourceConnection,
  signal?: AbortSignal,
): Promise<CreatedInFlow> {
  const path = `${root}/sourceConnections`;
  return await platform.call(createdInFlow, { method: 'POST', path, body, signal });
}

export async function createTargetConnection(
  platform: Platform,
  body: NewTargetConnection,
  signal?: AbortSignal,
): Promise<CreatedInFlow> {
  const path = `${root}/targetConnections`;
  return await platform.call(createdInFlow, { method: 'POST', path, body, signal });
}
