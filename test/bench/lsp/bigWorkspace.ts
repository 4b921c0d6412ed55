import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bigCatalog, type BigCatalogSize } from '../../support/bigCatalog';
import { startServer, type ServerProcess } from './serverProcess';

/** As large as a company's catalog: its text has 100 MB. */
export const bigSize: BigCatalogSize = { datasets: 1_000, leaves: 1_500 };

export interface BigWorkspace {
  readonly folder: string;
  readonly start: () => Promise<ServerProcess>;
  /** Whether the server has kept what it read. */
  readonly isKept: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

/** A workspace with a large catalog file, and a home folder of its own for the server. */
export async function bigWorkspace(): Promise<BigWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  const home = join(folder, 'home');
  await mkdir(join(folder, '.feature-sql'));
  const file = createWriteStream(join(folder, '.feature-sql', 'catalog.json'));
  await pipeline(Readable.from(bigCatalog(bigSize)), file);
  return {
    folder,
    isKept: async () => {
      const names = await readdir(join(home, 'catalogs')).catch(() => []);
      return names.some((name) => !name.includes('.'));
    },
    start: () =>
      startServer({
        program: process.execPath,
        arguments: [join(process.cwd(), 'dist/server.js'), '--stdio'],
        folder,
        environment: { FEATURE_SQL_HOME: home },
        languageId: 'feature-sql',
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
