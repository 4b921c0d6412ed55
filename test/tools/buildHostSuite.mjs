// @ts-check
import { build } from 'esbuild';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './projectFolder.mjs';

/**
 * Bundles what runs inside the extension host, the tests or the benchmark, and tells the path of the bundle.
 *
 * @param {'main' | 'bench'} [entry]
 */
export async function buildHostSuite(entry = 'main') {
  const outfile = join(cacheFolder, 'test', `host-${entry}.js`);
  await build({
    entryPoints: [join(projectFolder, `test/vscode/host/${entry}.ts`)],
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
