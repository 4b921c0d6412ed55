import { readFile } from 'node:fs/promises';
import { readRunningSandbox, type RunningSandbox } from '../protocol/sandbox';
import { removeFile, writePrivate, type SandboxFolder } from './folder';

/** What the folder's file says; a sandbox that was killed leaves one behind, so check that the process lives. */
export async function readRunning(
  folder: Pick<SandboxFolder, 'running'>,
): Promise<RunningSandbox | undefined> {
  const text = await readFile(folder.running, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : readRunningSandbox(text);
}

export async function writeRunning(folder: SandboxFolder, running: RunningSandbox): Promise<void> {
  await writePrivate(folder.running, `${JSON.stringify(running, undefined, 2)}\n`);
}

export async function removeRunning(folder: SandboxFolder): Promise<void> {
  await removeFile(folder.running);
}
