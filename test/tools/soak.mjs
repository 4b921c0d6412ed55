// @ts-check
// `npm run soak [-- --minutes N --sessions N --seed S]`: mixed load on the local sandbox, with random cancels and
// disconnects. Ends with 1 when a row was wrong or something was left over.
import { join } from 'node:path';
import { bundleScript } from './bundleScript.mjs';
import { projectFolder } from './projectFolder.mjs';

process.chdir(projectFolder);
const { main } = await import(await bundleScript(join(projectFolder, 'test/soak/main.ts')));
process.exitCode = await main(process.argv.slice(2), (/** @type {string} */ line) => console.log(line));
