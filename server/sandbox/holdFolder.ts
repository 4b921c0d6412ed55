import { Database } from './store/database';
import type { SandboxFolder } from './folder';
import { readRunning } from './runningFile';

/** Folders that this process has open: the lock of the file keeps out other processes only. */
const held = new Set<string>();

/**
 * Opens the folder's database and with it takes hold of the folder, until the database is closed or the process
 * dies in whatever way. Throws an error that says who holds it.
 */
export async function holdFolder(folder: SandboxFolder): Promise<Database> {
  if (held.has(folder.path)) throw await inUse(folder);
  held.add(folder.path);
  try {
    return await Database.open({
      file: folder.database,
      temporaryFolder: folder.temporary,
      onClose: () => held.delete(folder.path),
    });
  } catch (error) {
    held.delete(folder.path);
    throw /lock/i.test(String(error)) ? await inUse(folder) : error;
  }
}

async function inUse(folder: SandboxFolder): Promise<Error> {
  const running = await readRunning(folder);
  const holder = running
    ? `by the sandbox with process id ${running.pid} (PostgreSQL port ${running.ready.pg.port})`
    : 'by another process';
  return new Error(`The data folder ${folder.path} is in use ${holder}. End it, or choose another folder.`);
}
