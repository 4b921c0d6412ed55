import { extname } from 'node:path';
import { formatBytes } from '../protocol/formatBytes';
import { formatCount } from '../protocol/formatCount';
import { formatDuration } from '../protocol/formatDuration';
import { QueryError } from '../engine/queryProblem';
import type { ExportFormat } from '../protocol/engine';
import { exitCode, UsageError, type Command, type CommandHost } from './commandHost';
import { problemExit } from './problemExit';
import { readArguments } from './readArguments';
import { queryOptions, readQuery, type Query } from './readQuery';
import { connectionOption, withConnection } from './withConnection';

const formats: readonly ExportFormat[] = ['parquet', 'csv', 'json', 'ndjson', 'arrow'];

export const exportCommand: Command = {
  name: 'export',
  summary: 'Run a query and write all its rows to a file',
  usage: `Usage: feature-sql export [options] --out FILE.{parquet,csv,json,ndjson} FILE | -e SQL

Runs a query and writes its whole result to a file, whose ending says the format. The file appears when it is
complete: a failure or an interruption leaves none, and keeps one that was there.

      --out FILE           the file to write
  -e, --execute SQL        the query itself
  -p, --parameter NAME=VALUE  value of a parameter $NAME, put in as text; once for each
      --connection NAME    local (default), or a connection of connections.json

Exit code: 0 done, 1 the query or the writing failed, 2 wrong usage, 3 no connection.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      ...queryOptions,
      ...connectionOption,
      out: { type: 'string' },
    });
    if (values.out === undefined) throw new UsageError('Give the file to write with --out');
    const file = values.out;
    const format = formatOf(file);
    const query = await readQuery(host, positionals, values);
    return exportQuery(host, values.connection, query, { file, format });
  },
};

function formatOf(file: string): ExportFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = formats.find((each) => each === ending);
  if (!format) throw new UsageError(`The ending of ${file} says no format. Known are ${formats.join(', ')}`);
  if (format === 'arrow')
    throw new UsageError('not supported: files in the format arrow. Choose parquet, csv, json or ndjson');
  return format;
}

async function exportQuery(
  host: CommandHost,
  name: string,
  query: Query,
  { file, format }: { readonly file: string; readonly format: ExportFormat },
): Promise<number> {
  const progress = progressLines(host);
  const events = { exportProgress: ({ rows }: { readonly rows: number }) => progress(rows) };
  return withConnection(host, name, events, async ({ engine, connection }) => {
    const source = { kind: 'query', connection, sql: query.sent } as const;
    try {
      const written = await engine.export({ exportId: 'export', file, format, source }, host.ending);
      const rows = formatCount(written.rows, 'row');
      const columns = formatCount(written.columns, 'column');
      const size = formatBytes(written.bytes);
      host.stderr.line(
        `Wrote ${file}: ${rows}, ${columns}, ${size} in ${formatDuration(written.milliseconds)}`,
      );
      return exitCode.done;
    } catch (error) {
      if (host.ending.aborted) {
        host.stderr.line('Cancelled; no file was written');
        return exitCode.interrupted;
      }
      if (error instanceof QueryError) return problemExit(host, error.problem, query);
      throw error;
    }
  });
}

/** A line a second at most. */
function progressLines({ stderr }: CommandHost): (rows: number) => void {
  let told = performance.now();
  return (rows) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    stderr.line(`Read ${formatCount(rows, 'row')}`);
  };
}
