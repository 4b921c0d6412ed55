import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { Engine } from '../../server/engine/engine';
import { sandboxConnection } from '../../server/protocol/sandboxConnection';
import type { Connection } from '../../server/protocol/connection';
import type { ExportFormat, ExportProgress, ExportResult, Row, RunState } from '../../server/protocol/engine';
import type { TestSandbox } from './testSandbox';

export interface TestEngine {
  readonly engine: Engine;
  /** To the sandbox. */
  readonly connection: Connection;
  /** Where tests may write files. */
  readonly folder: string;
  /** All states that were told, in order. */
  readonly states: readonly RunState[];
  readonly progress: readonly ExportProgress[];
  readonly run: (runId: string, sql: string, previewRows?: number) => Promise<RunState>;
  /** All rows of a query, and their types. */
  readonly rows: (
    sql: string,
  ) => Promise<{ readonly types: readonly string[]; readonly rows: readonly Row[] }>;
  /** Runs a query for the export alone. */
  readonly exportQuery: (sql: string, format: ExportFormat, file?: string) => Promise<ExportResult>;
}

/** An engine on a sandbox, for the tests of a file. */
export function testEngine(sandbox: TestSandbox): TestEngine {
  const states: RunState[] = [];
  const progress: ExportProgress[] = [];
  let engine: Engine;
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    engine = new Engine({
      runChanged: (state) => states.push(state),
      exportProgress: (each) => progress.push(each),
    });
    folder = await mkdtemp(join(tmpdir(), 'feature-sql-engine-'));
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });
  const tools: TestEngine = {
    get engine() {
      return engine;
    },
    get connection() {
      return sandboxConnection('local', sandbox.running.ready);
    },
    get folder() {
      return folder;
    },
    states,
    progress,
    run: (runId, sql, previewRows = 1000) =>
      engine.run({ runId, connection: tools.connection, sql, previewRows }),
    rows: async (sql) => {
      const runId = `rows ${++count}`;
      const state = await tools.run(runId, sql);
      if (state.status !== 'done') throw new Error(JSON.stringify(state));
      const { rows } = await engine.page({ runId, start: 0, count: 1_000_000 });
      await engine.closeRun(runId);
      return { types: (state.columns ?? []).map((column) => column.type), rows };
    },
    exportQuery: (sql, format, file = `export-${++count}.${format}`) =>
      engine.export(
        {
          exportId: `export ${count}`,
          file: join(folder, file),
          format,
          source: { kind: 'query', connection: tools.connection, sql },
        },
        new AbortController().signal,
      ),
  };
  return tools;
}
