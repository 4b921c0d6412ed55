import { resolve } from 'node:path';
import type { Workspace } from '../analysis/workspace/workspace';
import { LineIndex } from '../base/lineIndex';
import { lineageReports } from '../features/lineageReport';
import { formatCount } from '../protocol/formatCount';
import { exitCode, UsageError, type Command } from './commandHost';
import { catalogFinder } from './findCatalog';
import { workspaceFinder } from './findWorkspace';
import { jsonLineage, textLineage, type FileLineage, type FormatLineage } from './lineageFormats';
import { oneOf, readArguments } from './readArguments';
import { sqlFiles } from './sqlFiles';

const formats = { text: textLineage, json: jsonLineage } satisfies Record<string, FormatLineage>;
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

export const lineageCommand: Command = {
  name: 'lineage',
  summary: 'Print where the columns of queries come from, and the labels that they carry',
  usage: `Usage: feature-sql lineage [options] FILE...

Prints for each query of files, and of all *.fsql and *.feature.sql files within folders, which fields its columns
come from. Tables and views that these files and their project make are followed to the data sets that they are
made of.

      --catalog FILE   the catalog to read (default: .feature-sql/catalog.json in the nearest folder above each file)
      --format FORMAT  text (default) or json

JSON is an array with an entry for each query:

  file, range    where it is; lines and characters count from 0
  kind           query, table, view, insert, model, audience, copy, variable, prepared or cursor
  target         what it makes or fills
  columns        name, type, into (the column that an INSERT fills), and
    sources      column ("table.path"), how, labels of that field
    labels       what the column carries: the labels of the sources that it takes values from
    declassified labels that a comment ended on the way: column, labels, reason
    complete     false where a name or table on the way is not known
  rows           the sources that decide which rows there are; those of every column hold them too
  complete       false where something is not known

how: copy, transform, aggregate (values); filter, join, group, order (influence, which carries no labels).
DISTINCT, which drops equal rows, counts as no influence.

Exit code: 0 done, 2 wrong usage or unreadable input.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      catalog: { type: 'string' },
      format: { type: 'string', default: 'text' },
    });
    const format = formats[oneOf('--format', values.format, formatNames)];
    if (positionals.length === 0) throw new UsageError('Give the files or folders to look at');
    const files = await sqlFiles(positionals);
    const workspaceOf = workspaceFinder(catalogFinder(values.catalog), files);
    const lineages: FileLineage[] = [];
    for (const file of files) lineages.push(...fileLineages(file, await workspaceOf(file)));
    await host.stdout.write(format(lineages));
    const queries = `${lineages.length} ${lineages.length === 1 ? 'query' : 'queries'}`;
    host.stderr.line(`${queries} in ${formatCount(files.length, 'file')}`);
    return exitCode.done;
  },
};

function fileLineages(file: string, workspace: Workspace): readonly FileLineage[] {
  const model = workspace.file(resolve(file));
  if (!model) return [];
  const lines = new LineIndex(model.tree.text);
  return lineageReports(model).map((report) => ({ file, lines, report }));
}
