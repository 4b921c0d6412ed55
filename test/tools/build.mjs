// Bundles each program of the product into dist/. `--watch` rebuilds on change; `--production` minifies.
import { context } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { importMetaBanner, importMetaDefine } from './importMeta.mjs';
import { programs } from './programs.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @param {{ bin?: boolean }} program */
const bannerOf = ({ bin }) => `${bin ? '#!/usr/bin/env node\n' : ''}${importMetaBanner}`;

const contexts = await Promise.all(
  programs
    .filter((program) => existsSync(program.entry))
    .map((program) =>
      context({
        entryPoints: [{ in: program.entry, out: program.name }],
        outdir: 'dist',
        bundle: true,
        target: program.browser ? 'es2022' : 'node20',
        platform: program.browser ? 'browser' : 'node',
        format: program.browser ? 'iife' : 'cjs',
        external: ['vscode', '@duckdb/node-bindings', 'pg-native'],
        mainFields: program.browser ? ['browser', 'module', 'main'] : ['module', 'main'],
        loader: { '.ttf': 'file' },
        assetNames: '[name]',
        banner: program.browser ? {} : { js: bannerOf(program) },
        define: program.browser ? {} : importMetaDefine,
        minify: production,
        sourcemap: production ? false : 'linked',
        metafile: true,
        logLevel: 'warning',
      }),
    ),
);

await mkdir('dist', { recursive: true });
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else {
  // What is wrong has been printed when a build fails.
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  process.exitCode = results.some(({ status }) => status === 'rejected') ? 1 : 0;
}
