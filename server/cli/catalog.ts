import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatCount } from '../protocol/formatCount';
import { readSnapshot } from '../catalog/readSnapshot';
import { exitCode, UsageError, type Command, type CommandHost } from './commandHost';
import { readArguments } from './readArguments';
import { connectionOption, withConnection } from './withConnection';

export const catalogCommand: Command = {
  name: 'catalog',
  summary: 'Write the data sets of a connection to a file, for checks without one',
  usage: `Usage: feature-sql catalog pull [options]

Writes the data sets with their columns, labels and identities to a catalog file, which is meant to be checked in:
with it, check and completion need no connection. A file that would change in its date only is left alone.

      --connection NAME    local (default), or a connection of connections.json
      --tables A,B         these tables only
      --out FILE           the file to write (default: .feature-sql/catalog.json); - is standard output

Exit code: 0 done, 1 the catalog could not be read or written, 2 wrong usage, 3 no connection.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      ...connectionOption,
      tables: { type: 'string' },
      out: { type: 'string', default: join('.feature-sql', 'catalog.json') },
    });
    if (positionals.join(' ') !== 'pull') throw new UsageError('The one thing that catalog does is pull');
    const tables = values.tables
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const { snapshot, warnings } = await withConnection(
      host,
      values.connection,
      {},
      ({ engine, connection }) => engine.catalog({ connection, ...(tables ? { tables } : {}) }),
    );
    for (const warning of warnings) host.stderr.line(`warning: ${warning}`);
    await writeCatalog(host, values.out, snapshot);
    return exitCode.done;
  },
};

async function writeCatalog({ stdout, stderr }: CommandHost, file: string, snapshot: string): Promise<void> {
  const datasets = formatCount(countDatasets(snapshot), 'data set');
  if (file === '-') {
    await stdout.write(snapshot);
    stderr.line(datasets);
  } else if (withoutDate(await readFile(file, 'utf8').catch(() => '')) === withoutDate(snapshot)) {
    stderr.line(`${file} is up to date: ${datasets}`);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, snapshot);
    await rename(`${file}.part`, file);
    stderr.line(`Wrote ${file}: ${datasets}`);
  }
}

function countDatasets(snapshot: string): number {
  const reading = readSnapshot(snapshot);
  return reading.status === 'read' ? reading.catalog.datasets.length : 0;
}

function withoutDate(snapshot: string): string {
  return snapshot.replace(/"takenAt": "[^"]*"/, '');
}
