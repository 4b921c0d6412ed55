import { z } from 'zod';
import type { Connection } from '../../server/protocol/connection';
import type { SandboxReady } from '../../server/protocol/sandbox';

/** Reads the line that the local sandbox prints when it is ready; undefined when the text is something else. */
export function readSandboxReady(text: string): SandboxReady | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return readySchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    // A file that is half written, or a line that only looks like the ready line.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function sandboxConnection(name: string, ready: SandboxReady): Connection {
  const { host, port, dbname, user, password } = ready.pg;
  const { http: endpoint, orgId, sandbox, clientId, clientSecret } = ready;
  return {
    profile: {
      name,
      kind: 'local',
      host,
      port,
      database: dbname,
      user,
      tls: 'disable',
      rest: { endpoint, orgId, sandbox, clientId },
    },
    secrets: { password, clientSecret },
  };
}

const readySchema: z.ZodType<SandboxReady> = z.object({
  pg: z.object({
    host: z.string(),
    port: z.number().int(),
    dbname: z.string(),
    user: z.string(),
    password: z.string(),
  }),
  http: z.string(),
  orgId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  sandbox: z.string(),
  tenant: z.string(),
});
