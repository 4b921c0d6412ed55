import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { emptyCatalog, type Catalog } from '../catalog/catalog';
import { readSnapshot } from '../catalog/readSnapshot';
import { UsageError } from './commandHost';
import { readText } from './readQuery';

/**
 * The catalog for each file: the one named, else the nearest `.feature-sql/catalog.json` in the folders above the
 * file, else an empty one, with which much is unknown and so nothing is said of it.
 */
export function catalogFinder(named: string | undefined): (file: string) => Promise<Catalog> {
  const read = new Map<string, Promise<Catalog>>();
  return async (file) => {
    const catalogFile = named ?? (await nearest(dirname(resolve(file))));
    if (catalogFile === undefined) return emptyCatalog;
    const known = read.get(catalogFile);
    if (known) return known;
    const reading = readCatalog(catalogFile);
    read.set(catalogFile, reading);
    return reading;
  };
}

async function nearest(folder: string): Promise<string | undefined> {
  const file = join(folder, '.feature-sql', 'catalog.json');
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent);
}

async function readCatalog(file: string): Promise<Catalog> {
  const reading = readSnapshot(await readText(file));
  if (reading.status === 'unreadable') throw new UsageError(`${file} cannot be used. ${reading.message}`);
  return reading.catalog;
}
