import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SandboxReady } from '../protocol/sandbox';
import { removeFile, writePrivate, type SandboxFolder } from './folder';

const readySchema = z.object({
  pg: z.object({
    host: z.string(),
    port: z.number(),
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

const runningSchema = z.object({ pid: z.number(), ready: readySchema });

/** A sandbox that runs on a folder, as its `sandbox.json` tells it. */
export interface RunningOnFolder {
  readonly pid: number;
  readonly ready: SandboxReady;
}

/** What the folder's file says; a sandbox that was killed leaves one behind, so check that the process lives. */
export async function readRunning(
  folder: Pick<SandboxFolder, 'running'>,
): Promise<RunningOnFolder | undefined> {
  const text = await readFile(folder.running, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return runningSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function writeRunning(folder: SandboxFolder, running: RunningOnFolder): Promise<void> {
  await writePrivate(folder.running, `${JSON.stringify(running, undefined, 2)}\n`);
}

export async function removeRunning(folder: SandboxFolder): Promise<void> {
  await removeFile(folder.running);
}
