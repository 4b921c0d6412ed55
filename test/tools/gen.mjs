// @ts-check
// `npm run gen`: writes what is generated from other files; `--check` only says what is stale.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { featureSqlGrammarText } from './featureSqlGrammar.mjs';
import { projectFolder } from './projectFolder.mjs';
import { pythonGrammarText } from './pythonGrammar.mjs';
import { readmeText } from './readmeTables.mjs';

/** Each generated file with the function that makes its text anew. */
export const generated = [
  { file: 'README.md', text: readmeText },
  { file: 'syntaxes/featureSql.tmLanguage.json', text: featureSqlGrammarText },
  { file: 'syntaxes/python.tmLanguage.json', text: pythonGrammarText },
];

/** The generated files whose text is no longer what their sources give. */
export async function staleFiles() {
  const stale = [];
  for (const { file, text } of generated) {
    const path = join(projectFolder, file);
    const now = existsSync(path) ? await readFile(path, 'utf8') : undefined;
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
