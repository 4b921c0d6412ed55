// @ts-check
import { build } from 'esbuild';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectFolder.mjs';

/** Bundles the tests that run inside the extension host, and tells the path of the bundle. */
export async function buildHostSuite() {
  const outfile = join(cacheFolder, 'test/hostSuite.js');
  await build({
    entryPoints: [join(projectFolder, 'test/vscode/host/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
