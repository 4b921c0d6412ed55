import { writeFile } from 'node:fs/promises';
import { formatCount } from '../protocol/formatCount';
import { applyEdits } from '../base/textEdit';
import { format } from '../features/formatting/format';
import { defaultFormatOptions, type FormatOptions } from '../features/formatting/options';
import { parse } from '../sql/parse';
import { exitCode, UsageError, type Command } from './commandHost';
import { oneOf, readArguments, wholeNumber } from './readArguments';
import { readText } from './readQuery';
import { sqlFiles } from './sqlFiles';

export const formatCommand: Command = {
  name: 'format',
  summary: 'Lay out feature SQL',
  usage: `Usage: feature-sql format [options] PATH...

Rewrites files, and all *.fsql and *.feature.sql files within folders, in one layout. A statement with a syntax
error is left as it is. The names of the files that changed are printed.

      --check              change nothing; print the files that are laid out otherwise
      --keyword-case CASE  upper (default), lower or preserve
      --width N            columns that a line should keep to (default ${defaultFormatOptions.width})
      --indent N           spaces of one level (default ${defaultFormatOptions.indent})
      --commas PLACE       trailing (default) or leading

Exit code: 0 done, 1 with --check: some files would change, 2 wrong usage or unreadable input.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      check: { type: 'boolean', default: false },
      'keyword-case': { type: 'string', default: defaultFormatOptions.keywordCase },
      width: { type: 'string', default: String(defaultFormatOptions.width) },
      indent: { type: 'string', default: String(defaultFormatOptions.indent) },
      commas: { type: 'string', default: defaultFormatOptions.commas },
    });
    if (positionals.length === 0) throw new UsageError('Give the files or folders to lay out');
    const options: FormatOptions = {
      keywordCase: oneOf('--keyword-case', values['keyword-case'], ['upper', 'lower', 'preserve']),
      width: wholeNumber('--width', values.width),
      indent: wholeNumber('--indent', values.indent),
      commas: oneOf('--commas', values.commas, ['trailing', 'leading']),
    };
    const files = await sqlFiles(positionals);
    let changed = 0;
    for (const file of files) {
      const text = await readText(file);
      const after = applyEdits(text, format(parse(text), options));
      if (after === text) continue;
      changed++;
      if (!values.check) await writeFile(file, after);
      await host.stdout.write(`${file}\n`);
    }
    host.stderr.line(summary(changed, files.length, values.check));
    return values.check && changed > 0 ? exitCode.failed : exitCode.done;
  },
};

function summary(changed: number, files: number, isCheck: boolean): string {
  if (changed === 0) return `${formatCount(files, 'file')} already laid out`;
  return `${changed} of ${formatCount(files, 'file')} ${isCheck ? 'would change' : 'changed'}`;
}
