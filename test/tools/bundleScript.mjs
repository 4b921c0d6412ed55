// @ts-check
import { build } from 'esbuild';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, projectFolder } from './projectFolder.mjs';

/** The scripts of this folder know where they lie, so they are imported from there. */
const scriptsAsTheyAre = {
  name: 'scriptsAsTheyAre',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^\..*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    }));
  },
};

/** Its modules name each other in a way that only a bundler understands. */
const bundledPackage = {
  name: 'bundledPackage',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    const path = join(projectFolder, 'node_modules/dt-sql-parser/dist/index.js');
    build.onResolve({ filter: /^dt-sql-parser$/ }, () => ({ path }));
  },
};

/**
 * Bundles a script in TypeScript, and gives the address from which it can be imported.
 *
 * @param {string} file
 */
export async function bundleScript(file) {
  // Beside the project's packages, so that those which are not bundled are found.
  const folder = join(cacheFolder, 'scripts', relative(projectFolder, dirname(file)));
  const outfile = join(folder, `${basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [scriptsAsTheyAre, bundledPackage],
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
  return pathToFileURL(outfile).href;
}
