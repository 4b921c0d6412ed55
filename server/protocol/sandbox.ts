import { z } from 'zod';

const ready = z.object({
  pg: z.object({
    host: z.string(),
    port: z.number().int(),
    dbname: z.string(),
    user: z.string(),
    password: z.string(),
  }),
  /** Base address of the REST side; empty without one. */
  http: z.string(),
  orgId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  sandbox: z.string(),
  tenant: z.string(),
});

const running = z.object({ pid: z.number().int(), ready });

/** The one JSON line that the local sandbox prints on standard output when it is ready. */
export type SandboxReady = Readonly<z.infer<typeof ready>>;

/** A sandbox that runs on a data folder, as its `sandbox.json` tells. One that was killed leaves the file behind. */
export type RunningSandbox = Readonly<z.infer<typeof running>>;

/** Reads the ready line; undefined when the text is something else. */
export function readSandboxReady(text: string): SandboxReady | undefined {
  return ready.safeParse(readJson(text)).data;
}

/** Reads `sandbox.json`; undefined when it is something else, or half written. */
export function readRunningSandbox(text: string): RunningSandbox | undefined {
  return running.safeParse(readJson(text)).data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
