import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Catalog } from '../../catalog/catalog';
import { isSkippedFolder, isSqlFile } from '../../analysis/workspace/sqlFileNames';
import { Workspace } from '../../analysis/workspace/workspace';
import { openFile } from '../../analysis/workspace/workspaceFile';
import type { SyntaxTree } from '../../sql/tree';
import { FolderFiles } from './folderFiles';
import { folderOf, innermostFolder } from './folderOf';

/** The workspace of each folder: what its files make, they see of each other. */
export class Workspaces {
  private readonly folders = new Map<string, FolderFiles>();
  private readonly reading = new Map<string, Promise<void>>();
  /** By the name that we have for a file, the name that the client has. */
  private readonly clientUris = new Map<string, string>();

  /** `changed` is called when files of a folder were read anew. */
  constructor(private readonly changed: () => void) {}

  setFolders(folderUris: readonly string[]): void {
    const wanted = folderUris.filter((uri) => uri.startsWith('file:')).map(fileUri);
    for (const [uri, files] of this.folders) {
      if (wanted.includes(uri)) continue;
      files.stop();
      this.folders.delete(uri);
      this.reading.delete(uri);
    }
    for (const uri of wanted) if (!this.folders.has(uri)) this.reading.set(uri, this.add(uri));
  }

  /** All files have been read once: what is asked of the whole workspace must wait for it. */
  async allRead(): Promise<void> {
    await Promise.all(this.reading.values());
  }

  /** The document as it is in the editor now. */
  show(clientUri: string, tree: () => SyntaxTree): void {
    const uri = fileUri(clientUri);
    const files = this.filesAround(uri);
    if (!files) return;
    this.clientUris.set(uri, clientUri);
    files.show(uri, openFile(tree()));
  }

  async close(clientUri: string): Promise<void> {
    const uri = fileUri(clientUri);
    this.clientUris.delete(uri);
    if (await this.filesAround(uri)?.close(uri)) this.changed();
  }

  /** The client says that a file changed, or that a folder came or went with all that it holds. */
  async changedOnDisk(clientUri: string, how: 'changed' | 'created' | 'deleted'): Promise<void> {
    const uri = fileUri(clientUri);
    const own = this.filesAround(uri);
    if (own) {
      if (await own.readAgain(uri)) this.changed();
    } else if (how === 'deleted') {
      const changes = [...this.folders.values()].map((files) => files.removeWithin(uri));
      if (changes.includes(true)) this.changed();
    } else if (how === 'created' && mayHoldFiles(uri)) {
      const folder = this.folders.get(innermostFolder(uri, [...this.folders.keys()]) ?? '');
      if (await folder?.readWithin(uri)) this.changed();
    }
  }

  /** The workspace around a document; a document outside of all folders sees what the first one makes. */
  workspaceFor(clientUri: string, catalog: Catalog): Workspace {
    const folder = folderOf(fileUri(clientUri), [...this.folders.keys()]);
    const files = folder === undefined ? undefined : this.folders.get(folder);
    return files?.workspace(catalog) ?? Workspace.of(catalog);
  }

  all(): readonly (readonly [folderUri: string, FolderFiles])[] {
    return [...this.folders];
  }

  /** The name of a file as the client knows it. */
  clientUri(uri: string): string {
    return this.clientUris.get(uri) ?? uri;
  }

  dispose(): void {
    this.setFolders([]);
  }

  private async add(uri: string): Promise<void> {
    const files: FolderFiles = new FolderFiles(uri, (each) => this.filesAround(each) === files);
    this.folders.set(uri, files);
    await files.readAll();
    this.changed();
  }

  private filesAround(uri: string): FolderFiles | undefined {
    if (!uri.startsWith('file:') || !isSqlFile(basename(fileURLToPath(uri)))) return undefined;
    return this.folders.get(innermostFolder(uri, [...this.folders.keys()]) ?? '');
  }
}

/** By its name it may be a folder in which files are looked for; tools make thousands of others. */
function mayHoldFiles(uri: string): boolean {
  const names = uri.split('/');
  return !names.some(isSkippedFolder) && !names.at(-1)?.includes('.');
}

/** One spelling for each file; clients escape other characters than Node does. */
export function fileUri(clientUri: string): string {
  return clientUri.startsWith('file:') ? pathToFileURL(fileURLToPath(clientUri)).href : clientUri;
}
