import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { Connection } from '../../server/protocol/connection';
import type { EngineRequests } from '../../server/protocol/engine';
import type { SandboxReady } from '../../server/protocol/sandbox';
import { startSandbox } from '../tools/startSandbox.mjs';

const events = 'SELECT * FROM ecommerce_events';

/** The sandbox and the engine as the extension uses them: processes of their own, with 100,000 events. */
export async function benchQueries(print: (line: string) => void): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'feature-sql-bench-'));
  try {
    const first = await timed(() => startSandbox(home));
    print(`sandbox, first start with 100,000 events made: ${first.seconds} s`);
    await first.value.stop();
    const again = await timed(() => startSandbox(home));
    print(`sandbox, later start: ${again.seconds} s`);
    try {
      await benchEngine(home, print);
    } finally {
      await again.value.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function benchEngine(home: string, print: (line: string) => void): Promise<void> {
  const program = fork('dist/engine.js', [], { stdio: 'inherit', serialization: 'json' });
  const engine = createMessageConnection(new IPCMessageReader(program), new IPCMessageWriter(program));
  engine.listen();
  try {
    const connection = await localConnection(home);
    const trainingSet = await readFile('media/templates/sample-project/features/training_set.fsql', 'utf8');
    await run(engine, connection, 'SELECT 1');
    for (const [name, sql] of Object.entries({
      'all columns of the events': events,
      'the training set': trainingSet,
    })) {
      const preview = await timed(() => run(engine, connection, sql));
      print(`preview of 1,000 rows, ${name}: ${preview.seconds} s`);
      const file = join(home, 'export.parquet');
      const params = {
        exportId: name,
        file,
        format: 'parquet',
        source: { kind: 'query', connection, sql },
      } as const;
      const { value, seconds } = await timed(() => request(engine, 'engine/export', params));
      print(
        `export to Parquet, ${name}, ${value.rows} rows: ${seconds} s, ${Math.round(value.bytes / 1024)} KB`,
      );
    }
  } finally {
    engine.dispose();
    program.kill();
  }
}

function run(engine: MessageConnection, connection: Connection, sql: string): Promise<unknown> {
  return request(engine, 'engine/run', { runId: sql, connection, sql, previewRows: 1000 });
}

function request<M extends keyof EngineRequests>(
  engine: MessageConnection,
  method: M,
  params: EngineRequests[M]['params'],
): Promise<EngineRequests[M]['result']> {
  return engine.sendRequest(method, params);
}

async function localConnection(home: string): Promise<Connection> {
  const { ready } = JSON.parse(await readFile(join(home, 'sandbox/sandbox.json'), 'utf8')) as {
    ready: SandboxReady;
  };
  const { host, port, dbname: database, user, password } = ready.pg;
  const profile = { name: 'bench', kind: 'local', host, port, database, user, tls: 'disable' } as const;
  return { profile, secrets: { password } };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: string }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: ((performance.now() - start) / 1000).toFixed(2) };
}
