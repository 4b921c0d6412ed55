// @ts-check
// `npm run fuzz [-- PART... --edits N --seed S --files PATH...]`: throws random edits, pathological input and every
// offset at the language core. Ends with 1 when something failed.
import { join } from 'node:path';
import { bundleScript } from './bundleScript.mjs';
import { projectFolder } from './projectFolder.mjs';

process.chdir(projectFolder);
const { main } = await import(await bundleScript(join(projectFolder, 'test/fuzz/main.ts')));
process.exitCode = main(process.argv.slice(2), (/** @type {string} */ line) => console.log(line));
