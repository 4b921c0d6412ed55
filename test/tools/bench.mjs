// @ts-check
// `npm run bench [NAME...]`: prints figures. Each file of test/bench exports one function, which is given `print`.
import { build } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, projectFolder } from './projectFolder.mjs';
import { runCommand } from './runCommand.mjs';

const folder = join(projectFolder, 'test/bench');
const names = (await readdir(folder))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are ${names.join(', ')}`);
  process.exit(2);
}

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

process.chdir(projectFolder);
await runCommand(process.execPath, ['test/tools/build.mjs', '--production']);
for (const name of chosen.length > 0 ? chosen : names) {
  console.log(`\n${name}`);
  const module = await import(await bundle(name));
  for (const bench of Object.values(module))
    await bench((/** @type {string} */ line) => console.log(`  ${line}`));
}

/** @param {string} name */
async function bundle(name) {
  // Beside the project's packages, so that those which are not bundled are found.
  const outfile = join(cacheFolder, 'bench', `${name}.mjs`);
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [scriptsAsTheyAre, bundledPackage],
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return pathToFileURL(outfile).href;
}
