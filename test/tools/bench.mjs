// @ts-check
// `npm run bench [NAME...]`: prints figures. Each file of test/bench exports one function, which is given `print`.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundleScript } from './bundleScript.mjs';
import { projectFolder } from './projectFolder.mjs';
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

process.chdir(projectFolder);
await runCommand(process.execPath, ['test/tools/build.mjs', '--production']);
for (const name of chosen.length > 0 ? chosen : names) {
  console.log(`\n${name}`);
  const module = await import(await bundleScript(join(folder, `${name}.ts`)));
  for (const bench of Object.values(module))
    await bench((/** @type {string} */ line) => console.log(`  ${line}`));
}
