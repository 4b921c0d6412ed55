import { z } from 'zod';
import type { Platform } from './http';

export type LandingZoneType = 'user_drop_zone' | 'dlz_destination';

export const landingZoneContainer = z.looseObject({
  containerName: z.string(),
  /** Days that a file stays, as text. */
  containerTTL: z.string(),
});

/** How to reach a container of Azure Blob Storage. */
export const landingZoneCredentials = z.looseObject({
  containerName: z.string(),
  SASToken: z.string(),
  storageAccountName: z.string(),
  SASUri: z.string(),
  /** ISO 8601. */
  expiryDate: z.string().optional(),
});

export type LandingZoneCredentials = z.infer<typeof landingZoneCredentials>;

/** A file or folder as exploring a storage tells it. */
export const exploredItem = z.looseObject({
  type: z.enum(['file', 'folder']),
  name: z.string(),
  path: z.string(),
  canPreview: z.boolean().optional(),
  canFetchSchema: z.boolean().optional(),
});

export const exploredItems = z.array(exploredItem);

/** The credentials of the container that clients write to, or of the one that exports write to. */
export async function getLandingZoneCredentials(
  platform: Platform,
  type: LandingZoneType,
  signal?: AbortSignal,
): Promise<LandingZoneCredentials> {
  const path = '/data/foundation/connectors/landingzone/credentials';
  return await platform.call(landingZoneCredentials, { method: 'GET', path, query: { type }, signal });
}
