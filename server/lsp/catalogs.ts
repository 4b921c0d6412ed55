import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyCatalog, type Catalog } from '../catalog/catalog';
import { readSnapshot } from '../catalog/readSnapshot';
import { loadCatalogFile, type LoadedCatalog } from './catalogFile';

export interface CatalogEvents {
  /** A catalog was loaded or taken away: what was said of documents may hold no more. */
  changed(): void;
  /** A file could not be read (`problem`), or can be again. */
  fileChecked(path: string, problem: string | undefined): void;
}

interface Watched {
  readonly path: string;
  loading: Promise<LoadedCatalog>;
}

const pollMilliseconds = 1000;

/**
 * The catalog of each document: the live one when the client gave one, else the file that the client named, else
 * `.feature-sql/catalog.json` of the document's workspace folder.
 */
export class Catalogs {
  private readonly files = new Map<string, Watched>();
  private folders: readonly string[] = [];
  private named: string | undefined;
  private live: Catalog | undefined;

  constructor(
    private readonly events: CatalogEvents,
    /** The client tells of changed files; otherwise they are polled. */
    private readonly clientWatches: boolean,
  ) {}

  start(folderUris: readonly string[], namedFile: string | undefined): void {
    this.named = namedFile;
    this.setFolders(folderUris);
  }

  setFolders(folderUris: readonly string[]): void {
    this.folders = folderUris.filter((uri) => uri.startsWith('file:'));
    const wanted = this.named === undefined ? this.folders.map(catalogPath) : [this.named];
    for (const path of this.files.keys()) if (!wanted.includes(path)) this.forget(path);
    for (const path of wanted) if (!this.files.has(path)) this.watch(path);
    this.events.changed();
  }

  /** `undefined` goes back to the files. The text must be a snapshot; the complaint about it is given otherwise. */
  setLive(snapshot: string | undefined): string | undefined {
    if (snapshot === undefined) {
      this.live = undefined;
      this.events.changed();
      return undefined;
    }
    const reading = readSnapshot(snapshot);
    if (reading.status === 'unreadable') return reading.message;
    this.live = reading.catalog;
    this.events.changed();
    return undefined;
  }

  async catalogFor(uri: string): Promise<Catalog> {
    if (this.live) return this.live;
    const watched = this.files.get(this.pathFor(uri) ?? '');
    return watched ? (await watched.loading).catalog : emptyCatalog;
  }

  /** The client says that a file changed. */
  fileChanged(uri: string): void {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : '';
    if (this.files.has(path)) void this.reload(path);
  }

  dispose(): void {
    for (const path of [...this.files.keys()]) this.forget(path);
  }

  private pathFor(uri: string): string | undefined {
    if (this.named !== undefined) return this.named;
    const inside = this.folders
      .filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
      .sort((a, b) => b.length - a.length);
    const folder = inside[0] ?? this.folders[0];
    return folder === undefined ? undefined : catalogPath(folder);
  }

  private watch(path: string): void {
    this.files.set(path, { path, loading: this.load(path) });
    if (this.clientWatches) return;
    watchFile(path, { interval: pollMilliseconds, persistent: false }, () => void this.reload(path));
  }

  private forget(path: string): void {
    this.files.delete(path);
    if (!this.clientWatches) unwatchFile(path);
    this.events.fileChecked(path, undefined);
  }

  private async reload(path: string): Promise<void> {
    const watched = this.files.get(path);
    if (!watched) return;
    watched.loading = this.load(path);
    await watched.loading;
    this.events.changed();
  }

  private async load(path: string): Promise<LoadedCatalog> {
    const loaded = await loadCatalogFile(path);
    this.events.fileChecked(path, loaded.problem);
    return loaded;
  }
}

function catalogPath(folderUri: string): string {
  return join(fileURLToPath(folderUri), '.feature-sql', 'catalog.json');
}
