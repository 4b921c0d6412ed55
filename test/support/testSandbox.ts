import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { analyzeTypes } from '../../server/cli/analyzeTypes';
import { startSandbox, type RunningSandbox, type SandboxOptions } from '../../server/sandbox/startSandbox';

export interface TestSandbox {
  /** The running sandbox; there from the first test on. */
  readonly running: RunningSandbox;
  readonly folder: string;
  /** A new session, with what `settings` says other than usual. */
  readonly connect: (settings?: pg.ClientConfig) => Promise<pg.Client>;
  /** Runs one statement in a session of its own. */
  readonly query: (sql: string, values?: unknown[]) => Promise<pg.QueryArrayResult>;
  /** Ends the sandbox and starts it again on the same folder and ports. */
  readonly restart: () => Promise<void>;
}

/** One sandbox on free ports for the tests of a file, with few events; ends with them. */
export function testSandbox(options: Partial<SandboxOptions> = {}): TestSandbox {
  let folder = '';
  let running: RunningSandbox;
  const errors: unknown[] = [];
  const start = async (ports: Partial<SandboxOptions> = {}): Promise<void> => {
    running = await startSandbox({
      analyzeTypes,
      folder,
      events: 2_000,
      onInternalError: (error) => errors.push(error),
      ...options,
      ...ports,
    });
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'feature-sql-'));
    await start();
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true });
    if (errors.length > 0) throw new AggregateError(errors, 'The sandbox had internal errors');
  });
  const connect = async (settings: pg.ClientConfig = {}): Promise<pg.Client> => {
    const { host, port, dbname, user, password } = running.ready.pg;
    const client = new pg.Client({
      host,
      port,
      database: dbname,
      user,
      password,
      types: asText,
      ...settings,
    });
    await client.connect();
    return client;
  };
  return {
    get running() {
      return running;
    },
    get folder() {
      return folder;
    },
    connect,
    query: async (sql, values) => {
      const client = await connect();
      try {
        return await client.query({ text: sql, values: values ?? [], rowMode: 'array' });
      } finally {
        await client.end();
      }
    },
    restart: async () => {
      const { pg: address, http } = running.ready;
      await running.close();
      await start({ pgPort: address.port, httpPort: Number(new URL(http).port) });
    },
  };
}

/** Cells as they came over the wire. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => String };
