// @ts-check
// `npm run mutations [-- --seed S --per-kind N --show N --catalog FILE --files PATH...]`: breaks one name, type or
// clause of the SQL at a time and prints how many of the mistakes are told, and where.
import { join } from 'node:path';
import { bundleScript } from './bundleScript.mjs';
import { projectFolder } from './projectFolder.mjs';

process.chdir(projectFolder);
const { main } = await import(await bundleScript(join(projectFolder, 'test/mutations/main.ts')));
process.exitCode = main(process.argv.slice(2), (/** @type {string} */ line) => console.log(line));
