// @ts-check
// `npm run gen`: writes what is generated from other files; `--check` only says what is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';
import { readmeText } from './readmeTables.mjs';

/** Each generated file with the function that makes its text anew. */
export const generated = [{ file: 'README.md', text: readmeText }];

/** The generated files whose text is no longer what their sources give. */
export async function staleFiles() {
  const stale = [];
  for (const { file, text } of generated) {
    const now = await readFile(join(projectFolder, file), 'utf8');
    const wanted = await text();
    if (now !== wanted) stale.push({ file, wanted });
  }
  return stale;
}

if (process.argv[1] === import.meta.filename) {
  const stale = await staleFiles();
  if (process.argv.includes('--check')) {
    for (const { file } of stale) console.error(`${file} is stale: run npm run gen`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const { file, wanted } of stale) {
      await writeFile(join(projectFolder, file), wanted);
      console.log(`Wrote ${file}`);
    }
  }
}
