// @ts-check
// The table of findings in README.md, from the comments over the rules.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';

const folder = 'server/features/diagnostics/rules';
const rule =
  /\/\*\*\n((?: \*[^\n]*\n)+?) \*\/\nexport const \w+: Rule = \{\s*code: '([\w-]+)',\s*severity: '(\w+)'/g;

/** One row a code: what is reported, and how serious it is unless the settings say otherwise. */
export async function findingsTable() {
  const files = await readdir(join(projectFolder, folder));
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(join(projectFolder, folder, file), 'utf8') })),
  );
  const rows = texts.flatMap(({ file, text }) =>
    [...text.matchAll(rule)].map(([, comment = '', code, severity]) => {
      return { file, code: code ?? '', severity, summary: firstParagraph(comment) };
    }),
  );
  rows.sort((a, b) => a.code.localeCompare(b.code));
  return [
    '| Code | Severity | What is reported |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ file, code, severity, summary }) =>
        `| [\`${code}\`](${folder}/${file}) | ${severity} | ${summary.replaceAll('|', '\\|')} |`,
    ),
  ].join('\n');
}

/** @param {string} comment */
function firstParagraph(comment) {
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const end = lines.indexOf('');
  return lines.slice(0, end).join(' ');
}
