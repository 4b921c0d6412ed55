import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Catalog } from '../../catalog/catalog';
import { emptyCatalog } from '../../catalog/catalog';
import { Workspace } from '../../analysis/workspace/workspace';
import { closedFile, type WorkspaceFile } from '../../analysis/workspace/workspaceFile';
import { sqlFilesWithin } from './sqlFilesWithin';

/** Larger files are scripts that some program wrote; they are looked at only while they are open. */
const largestFile = 1_000_000;
/** More files than a project of feature SQL has; what is beyond them is looked at only while it is open. */
const mostFiles = 5000;
/** So long the index works before it lets requests through. */
const sliceMilliseconds = 8;

/**
 * The feature SQL files of one folder: read in the background, then kept as they are on disk and in the editor.
 * Owns the folder's workspace, of which each change makes a new one.
 */
export class FolderFiles {
  private current = Workspace.incomplete(emptyCatalog);
  private readonly open = new Set<string>();
  private isStopped = false;

  constructor(
    private readonly folderUri: string,
    /** A file within may belong to a folder of its own. */
    private readonly owns: (uri: string) => boolean,
  ) {}

  /** Reads the whole folder. Files that are open meanwhile stay as they are in the editor. */
  async readAll(): Promise<void> {
    let sliceStart = performance.now();
    const read: [string, WorkspaceFile][] = [];
    for await (const path of sqlFilesWithin(fileURLToPath(this.folderUri))) {
      if (this.isStopped || read.length >= mostFiles) break;
      const uri = pathToFileURL(path).href;
      const text = this.owns(uri) ? await readText(path) : undefined;
      if (text !== undefined) read.push([uri, closedFile(text)]);
      if (performance.now() - sliceStart < sliceMilliseconds) continue;
      await setImmediate();
      sliceStart = performance.now();
    }
    this.current = this.current.with(read.filter(([uri]) => !this.open.has(uri))).completed();
  }

  /** A file was changed, made or deleted on disk; gives whether the workspace changed. */
  async readAgain(uri: string): Promise<boolean> {
    if (this.open.has(uri)) return false;
    const text = await readText(fileURLToPath(uri));
    // Meanwhile the file may have been opened, or been read by a later call.
    if (this.open.has(uri) || this.current.files.get(uri)?.text === text) return false;
    this.current = this.current.with([[uri, text === undefined ? undefined : closedFile(text)]]);
    return true;
  }

  /** A folder was deleted with all that it held; gives whether the workspace changed. */
  removeWithin(folderUri: string): boolean {
    const gone = [...this.current.files.keys()].filter((uri) => uri.startsWith(`${folderUri}/`));
    const closed = gone.filter((uri) => !this.open.has(uri));
    if (closed.length > 0) this.current = this.current.with(closed.map((uri) => [uri, undefined]));
    return closed.length > 0;
  }

  /** A folder was made, such as by moving it here. */
  async readWithin(folderUri: string): Promise<boolean> {
    let changed = false;
    for await (const path of sqlFilesWithin(fileURLToPath(folderUri))) {
      const uri = pathToFileURL(path).href;
      if (this.owns(uri) && (await this.readAgain(uri))) changed = true;
    }
    return changed;
  }

  /** The file as it is in the editor. */
  show(uri: string, file: WorkspaceFile): void {
    this.open.add(uri);
    if (this.current.files.get(uri)?.tree !== file.tree) this.current = this.current.with([[uri, file]]);
  }

  /** The file is no longer open: what is on disk counts. */
  async close(uri: string): Promise<boolean> {
    if (!this.open.delete(uri)) return false;
    const file = this.current.files.get(uri);
    if (file) this.current = this.current.with([[uri, closedFile(file.text)]]);
    return this.readAgain(uri);
  }

  workspace(catalog: Catalog): Workspace {
    this.current = this.current.withCatalog(catalog);
    return this.current;
  }

  /** Lets go of what a request over all files has left behind. */
  forget(): void {
    this.current = this.current.forgetting();
  }

  stop(): void {
    this.isStopped = true;
  }
}

/** `undefined` for a file that is not there, cannot be read, or is too large. */
async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined || text.length > largestFile ? undefined : text;
}
