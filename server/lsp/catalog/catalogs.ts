import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyCatalog, type Catalog } from '../../catalog/catalog';
import type { CatalogCache } from './catalogCache';
import { loadCatalogFile } from './loadCatalogFile';
import { loadCatalogText, type LoadedCatalog } from './loadCatalogText';
import type { CatalogProblem } from './packedSnapshot';

export interface CatalogEvents {
  /** A catalog was loaded or taken away: what was said of documents may hold no more. */
  changed(): void;
  /** A file could not be read (`problem`), or can be again. */
  fileChecked(path: string, problem: CatalogProblem | undefined): void;
}

interface Watched {
  readonly loading: Promise<LoadedCatalog>;
  loaded: LoadedCatalog | undefined;
  /** Comes when the file takes so long that requests are to be answered without it. */
  readonly late: Promise<undefined>;
  /** Of the file as it was before. */
  readonly previous: Catalog | undefined;
  /** Ends what is still done with the file. */
  readonly abort: AbortController;
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
  private takingLive: AbortController | undefined;

  constructor(
    private readonly events: CatalogEvents,
    private readonly cache: CatalogCache,
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
  async setLive(snapshot: string | undefined): Promise<string | undefined> {
    this.takingLive?.abort();
    const { signal } = (this.takingLive = new AbortController());
    const loaded = snapshot === undefined ? undefined : await loadCatalogText(snapshot);
    const problem = loaded?.problem ?? (await loaded?.check?.(signal));
    if (signal.aborted) return undefined;
    if (problem) return problem.message;
    this.live = loaded?.catalog;
    this.events.changed();
    return undefined;
  }

  /** `undefined` while a large file is still being read. */
  async catalogFor(uri: string): Promise<Catalog | undefined> {
    if (this.live) return this.live;
    const watched = this.files.get(this.pathFor(uri) ?? '');
    if (!watched) return emptyCatalog;
    if (watched.loaded) return watched.loaded.catalog;
    return (await Promise.race([watched.loading, watched.late]))?.catalog ?? watched.previous;
  }

  /** The catalog file of a document. Beside a live catalog it may be there, and tell nearly the same. */
  fileFor(uri: string): string | undefined {
    return this.pathFor(uri);
  }

  /** The client says that a file changed. */
  fileChanged(uri: string): void {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : '';
    if (this.files.has(path)) void this.load(path);
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
    void this.load(path);
    if (this.clientWatches) return;
    watchFile(path, { interval: pollMilliseconds, persistent: false }, () => void this.load(path));
  }

  private forget(path: string): void {
    this.files.get(path)?.abort.abort();
    this.files.delete(path);
    if (!this.clientWatches) unwatchFile(path);
    this.events.fileChecked(path, undefined);
  }

  private async load(path: string): Promise<void> {
    const before = this.files.get(path);
    before?.abort.abort();
    const previous = before?.loaded?.catalog ?? before?.previous;
    const abort = new AbortController();
    let tellLate = (): void => undefined;
    const late = new Promise<undefined>((resolve) => (tellLate = () => resolve(undefined)));
    const loading = loadCatalogFile(path, this.cache, tellLate);
    const watched: Watched = { loading, loaded: undefined, late, previous, abort };
    this.files.set(path, watched);
    watched.loaded = await loading;
    this.tell(path, watched, watched.loaded.problem);
    const problem = await watched.loaded.check?.(abort.signal);
    if (!problem) return;
    watched.loaded = { catalog: emptyCatalog, problem };
    this.tell(path, watched, problem);
  }

  private tell(path: string, { abort }: Watched, problem: CatalogProblem | undefined): void {
    if (abort.signal.aborted) return;
    this.events.fileChecked(path, problem);
    this.events.changed();
  }
}

function catalogPath(folderUri: string): string {
  return join(fileURLToPath(folderUri), '.feature-sql', 'catalog.json');
}
