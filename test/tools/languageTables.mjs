// @ts-check
// The tables of the language, read from the sources of the product: keywords, functions by kind, words of types.
import { build } from 'esbuild';
import { projectFolder } from './projectFolder.mjs';

/**
 * @typedef {object} LanguageTables
 * @property {readonly string[]} keywords in capitals
 * @property {readonly { name: string, kind: string, family: string }[]} functions
 * @property {readonly string[]} typeWords
 */

/** @returns {Promise<LanguageTables>} */
export async function languageTables() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { keywords } from './server/sql/keyword';
        export { functions } from './server/catalog/builtins/functions';
        export { typeWords } from './server/catalog/typeText';`,
      resolveDir: projectFolder,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const code = outputFiles.map(({ text }) => text).join('');
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
