import { z } from 'zod';
import type { Platform } from './http';

/** How to reach Query Service over the PostgreSQL wire. */
export const connectionParameters = z.looseObject({
  username: z.string(),
  dbName: z.string(),
  host: z.string(),
  port: z.number(),
  /** The password; ends with the access token of the request, after a day at most. */
  token: z.string(),
  /** The same, shorter, for drivers whose passwords have a limit. */
  compressedToken: z.string().optional(),
  websocketHost: z.string().optional(),
  version: z.number().optional(),
});

export type ConnectionParameters = z.infer<typeof connectionParameters>;

export async function getConnectionParameters(
  platform: Platform,
  signal?: AbortSignal,
): Promise<ConnectionParameters> {
  return await platform.call(connectionParameters, {
    method: 'GET',
    path: '/data/foundation/query/connection_parameters',
    signal,
  });
}
