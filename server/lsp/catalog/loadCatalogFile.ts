import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { emptyCatalog } from '../../catalog/catalog';
import type { CatalogCache, FileStamp } from './catalogCache';
import { largeBytes, pieceBytes, readSmall, unreadable, type LoadedCatalog } from './loadCatalogText';
import { packSnapshot, readPacked } from './packedSnapshot';

/**
 * Reads a catalog file; what cannot be read gives an empty catalog, so that the server works on without it. `packs` is
 * called when that takes longer than a keystroke may wait.
 */
export async function loadCatalogFile(
  path: string,
  cache: CatalogCache,
  packs: () => void,
): Promise<LoadedCatalog> {
  try {
    const { size, mtimeNs } = await stat(path, { bigint: true });
    if (size < largeBytes) return readSmall(await readFile(path, 'utf8'));
    return await readLarge(path, { size: Number(size), modified: String(mtimeNs) }, cache, packs);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return missing
      ? { catalog: emptyCatalog }
      : unreadable({ message: `The file cannot be read: ${String(error)}` });
  }
}

/** From the cache, or else packed; what was packed is kept when its check has found it sound. */
async function readLarge(
  path: string,
  stamp: FileStamp,
  cache: CatalogCache,
  packs: () => void,
): Promise<LoadedCatalog> {
  const kept = await cache.find(path, stamp);
  const reading = kept && readPacked(kept);
  if (reading?.status === 'read') return { catalog: reading.catalog };
  packs();
  const packing = await packSnapshot(createReadStream(path, { highWaterMark: pieceBytes }));
  if (packing.status === 'unreadable') return unreadable(packing.problem);
  const check = async (signal: AbortSignal) => {
    const problem = await packing.check(signal);
    if (!problem && !signal.aborted) await cache.keep(path, stamp, packing.snapshot);
    return problem;
  };
  return { catalog: packing.catalog, check };
}
