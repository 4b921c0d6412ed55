import { z } from 'zod';
import type { Platform } from './http';
import { allItems, eachItem, pageByOffset } from './paging';

export const platformSandbox = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  title: z.string().optional(),
  /** `creating`, `active`, `failed`, `deleted` or `resetting`. */
  state: z.string().optional(),
  /** `development` or `production`. */
  type: z.string().optional(),
  region: z.string().optional(),
  isDefault: z.boolean().optional(),
});

export type PlatformSandbox = z.infer<typeof platformSandbox>;

export const sandboxList = z.looseObject({
  sandboxes: z.array(platformSandbox),
  _page: z.looseObject({ limit: z.number(), count: z.number() }).optional(),
});

const pageSize = 200;

/** The sandboxes that the client may see. */
export async function listSandboxes(
  platform: Platform,
  signal?: AbortSignal,
): Promise<readonly PlatformSandbox[]> {
  const items = eachItem<PlatformSandbox, number>(async (start = 0) => {
    const { sandboxes } = await platform.call(sandboxList, {
      method: 'GET',
      path: '/data/foundation/sandbox-management/',
      query: { limit: pageSize, offset: start },
      signal,
    });
    return pageByOffset(sandboxes, { start, limit: pageSize });
  });
  return await allItems(items);
}
