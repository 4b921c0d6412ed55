import type { RunState } from '../protocol/engine';
import { formatCount } from '../protocol/formatCount';
import { formatDuration } from '../protocol/formatDuration';
import { exitCode, type Command, type CommandHost } from './commandHost';
import { csvRows } from './rows/csvRows';
import { jsonRows, ndjsonRows } from './rows/jsonRows';
import type { MakeRowWriter } from './rows/rowWriter';
import { tableRows } from './rows/tableRows';
import { problemExit } from './problemExit';
import { oneOf, readArguments, wholeNumber } from './readArguments';
import { queryOptions, readQuery, type Query } from './readQuery';
import { connectionOption, withConnection, type Connected } from './withConnection';

const formats = { table: tableRows, csv: csvRows, json: jsonRows, ndjson: ndjsonRows } satisfies Record<
  string,
  MakeRowWriter
>;
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

export const runCommand: Command = {
  name: 'run',
  summary: 'Run a query and print its rows',
  usage: `Usage: feature-sql run [options] FILE | -e SQL

Runs a query and prints its rows on standard output; what else there is to tell goes to standard error.
A FILE of - is standard input. A file of several statements is sent whole, and the last rows are printed.

  -e, --execute SQL        the query itself
  -p, --parameter NAME=VALUE  value of a parameter $NAME, put in as text; once for each
      --connection NAME    local (default), or a connection of connections.json
      --limit N            print no more than N rows; the query is sent as it is
      --format FORMAT      table (default), csv, json or ndjson

Exit code: 0 done, 1 the query failed, 2 wrong usage, 3 no connection.
`,
  run: async (host) => {
    const { values, positionals } = readArguments(host.arguments, {
      ...queryOptions,
      ...connectionOption,
      limit: { type: 'string' },
      format: { type: 'string', default: 'table' },
    });
    const limit = values.limit === undefined ? Number.MAX_SAFE_INTEGER : wholeNumber('--limit', values.limit);
    const makeWriter = formats[oneOf('--format', values.format, formatNames)];
    const query = await readQuery(host, positionals, values);
    return withConnection(host, values.connection, {}, (connected) =>
      runQuery(host, connected, query, { limit, makeWriter }),
    );
  },
};

interface Printing {
  readonly limit: number;
  readonly makeWriter: MakeRowWriter;
}

const rowsAPage = 1000;
const runId = 'run';

async function runQuery(
  host: CommandHost,
  { engine, connection }: Connected,
  query: Query,
  printing: Printing,
): Promise<number> {
  const cancel = (): void => void engine.cancel(runId);
  host.ending.addEventListener('abort', cancel);
  const previewRows = Math.min(printing.limit, rowsAPage);
  const state = await engine.run({ runId, connection, sql: query.sent, previewRows });
  host.ending.removeEventListener('abort', cancel);
  switch (state.status) {
    case 'failed':
      return problemExit(host, state.problem, query);
    case 'cancelled':
      host.stderr.line(state.confirmed ? 'Cancelled' : 'Cancelled here; the query may go on at the server');
      return exitCode.interrupted;
    case 'running':
      throw new Error('A run answered before its end');
    case 'done':
      for (const notice of state.notices) host.stderr.line(`notice: ${notice}`);
      await printResult(host, { engine, connection }, state, printing);
      return host.ending.aborted ? exitCode.interrupted : exitCode.done;
  }
}

async function printResult(
  host: CommandHost,
  { engine }: Connected,
  state: Extract<RunState, { status: 'done' }>,
  { limit, makeWriter }: Printing,
): Promise<void> {
  const time = formatDuration(state.milliseconds);
  if (!state.columns) {
    host.stderr.line(`${state.commandTag} in ${time}`);
    return;
  }
  const writer = makeWriter(state.columns, { isTerminal: host.stdout.isTerminal });
  let printed = 0;
  for (;;) {
    const page = await engine.page({ runId, start: printed, count: Math.min(rowsAPage, limit - printed) });
    if (printed === 0) await host.stdout.write(writer.head(page.rows));
    await host.stdout.write(writer.rows(page.rows));
    printed += page.rows.length;
    if (page.rows.length === 0 || printed >= limit || host.ending.aborted) {
      await host.stdout.write(writer.tail());
      const more = page.complete && printed === page.fetched ? '' : ', more to be had without the limit';
      host.stderr.line(`${formatCount(printed, 'row')}${more}; first rows after ${time}`);
      return;
    }
  }
}
