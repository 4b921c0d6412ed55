import { readFile } from 'node:fs/promises';
import { emptyCatalog, type Catalog } from '../catalog/catalog';
import { readSnapshot } from '../catalog/readSnapshot';

export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** Why the file cannot be used; a missing file is no problem. */
  readonly problem?: string;
}

/** Reads a catalog file; what cannot be read gives an empty catalog, so that the server works on without it. */
export async function loadCatalogFile(path: string): Promise<LoadedCatalog> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing
      ? { catalog: emptyCatalog }
      : { catalog: emptyCatalog, problem: `The file cannot be read: ${String(error)}` };
  }
  const reading = readSnapshot(text);
  return reading.status === 'read'
    ? { catalog: reading.catalog }
    : { catalog: emptyCatalog, problem: reading.message };
}
