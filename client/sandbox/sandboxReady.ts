import * as z from 'zod';
import type { Connection } from '../../server/protocol/connection';
import type { SandboxReady } from '../../server/protocol/sandbox';

/** A sandbox that runs on a data folder, as its file `sandbox.json` tells. */
export interface RunningSandbox {
  readonly pid: number;
  readonly ready: SandboxReady;
}

/** Reads the line that the local sandbox prints when it is ready; undefined when the text is something else. */
export function readSandboxReady(text: string): SandboxReady | undefined {
  return readySchema.safeParse(readJson(text)).data;
}

/** Reads `sandbox.json`; undefined when it is something else, or half written. */
export function readRunningSandbox(text: string): RunningSandbox | undefined {
  return runningSchema.safeParse(readJson(text)).data;
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

const runningSchema: z.ZodType<RunningSandbox> = z.object({ pid: z.number().int(), ready: readySchema });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
