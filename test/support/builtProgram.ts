import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { importMetaBanner, importMetaDefine } from '../tools/importMeta.mjs';

/** Bundles programs for Node as the product does, where the modules that are not bundled can be found. */
export async function buildPrograms(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = resolve('.cache', `programs-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: Object.entries(programs).map(([out, entry]) => ({ in: entry, out })),
    outdir: folder,
    bundle: true,
    target: 'node20',
    platform: 'node',
    format: 'cjs',
    external: ['@duckdb/node-api', 'pg-native'],
    mainFields: ['module', 'main'],
    define: importMetaDefine,
    banner: { js: importMetaBanner },
    logLevel: 'warning',
  });
  return join(folder);
}
