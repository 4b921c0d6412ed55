import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { ValueKind } from '../values/resultType';
import { storeError } from './storeError';
import { StoredResult } from './storedResult';

/**
 * Holds results in tables that DuckDB moves to a temporary folder when they do not fit into its memory.
 * The folder goes when the store is closed; what a killed process left is removed by the next one.
 */
export class ResultStore {
  private count = 0;

  private constructor(
    private readonly folder: string,
    private readonly instance: DuckDBInstance,
  ) {}

  static async open(): Promise<ResultStore> {
    try {
      await removeAbandoned();
      const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
      return new ResultStore(folder, await DuckDBInstance.create(':memory:', settingsFor(folder)));
    } catch (error) {
      throw storeError(error);
    }
  }

  async newResult(columns: readonly ValueKind[]): Promise<StoredResult> {
    this.count += 1;
    try {
      return await StoredResult.create(`result_${this.count}`, columns, () => this.connect());
    } catch (error) {
      throw storeError(error);
    }
  }

  async close(): Promise<void> {
    this.instance.closeSync();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async connect(): Promise<DuckDBConnection> {
    const connection = await this.instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    return connection;
  }
}

/**
 * Memory stays flat however large a result is; more threads would each hold a part of an export.
 * Extensions are never loaded from elsewhere: all that the store needs is built in.
 */
function settingsFor(folder: string): Record<string, string> {
  return {
    temp_directory: folder,
    memory_limit: '256MB',
    threads: '1',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  };
}

const folderPrefix = 'feature-sql-results-';

async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir());
  const abandoned = names.filter((name) => {
    const owner = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
    return owner !== undefined && !isAlive(Number(owner));
  });
  await Promise.all(abandoned.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too, but must not be signalled.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
