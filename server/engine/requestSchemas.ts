import { z } from 'zod';
import type { EngineRequests } from '../protocol/engine';

const profile = z.object({
  name: z.string(),
  kind: z.enum(['local', 'platform']),
  host: z.string(),
  port: z.number(),
  database: z.string(),
  user: z.string(),
  tls: z.enum(['disable', 'allow', 'require', 'verify-full']),
  rest: z
    .object({ endpoint: z.string(), orgId: z.string(), sandbox: z.string(), clientId: z.string() })
    .exactOptional(),
});

const connection = z.object({
  profile,
  secrets: z.object({ password: z.string(), clientSecret: z.string().exactOptional() }),
});

const count = z.int().min(0);
const ofRun = z.object({ runId: z.string() });

/** The parameters of each request, as they come from the other process. */
export const requestSchemas = {
  'engine/testConnection': connection,
  'engine/run': z.object({ runId: z.string(), connection, sql: z.string(), previewRows: count }),
  'engine/cancel': ofRun,
  'engine/page': z.object({ runId: z.string(), start: count, count }),
  'engine/closeRun': ofRun,
  'engine/export': z.object({
    exportId: z.string(),
    file: z.string(),
    format: z.enum(['csv', 'parquet', 'json', 'ndjson', 'arrow']),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('run'), runId: z.string() }),
      z.object({ kind: z.literal('query'), connection, sql: z.string() }),
    ]),
  }),
  'engine/catalog': z.object({ connection, tables: z.array(z.string()).exactOptional() }),
} satisfies { readonly [M in keyof EngineRequests]: z.ZodType<EngineRequests[M]['params']> };
