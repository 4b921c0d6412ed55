// @ts-check
// `npm run documented -- FILE.jsonl [CATALOG.json]`: runs statements that are given as lines `{"name", "sql"}` on a
// local sandbox that has the tables of the catalog, and prints which run, which are refused and which fail.
import { join } from 'node:path';
import { bundleScript } from './bundleScript.mjs';
import { projectFolder } from './projectFolder.mjs';

const { main } = await import(await bundleScript(join(projectFolder, 'test/documented/main.ts')));
process.exitCode = await main(process.argv.slice(2), (/** @type {string} */ line) => console.log(line));
