// @ts-check

/** Options for esbuild: modules that ask where they lie are told where the bundle does, which is no module itself. */
export const importMetaDefine = { 'import.meta.url': 'importMetaUrl' };
export const importMetaBanner =
  "'use strict'; const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
