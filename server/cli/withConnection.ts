import { Engine, type EngineEvents } from '../engine/engine';
import type { Connection } from '../protocol/connection';
import { sandboxConnection } from '../protocol/sandboxConnection';
import type { CommandHost } from './commandHost';
import { namedConnection } from './connectionsFile';
import { localSandbox } from './localSandbox';

export const connectionOption = { connection: { type: 'string', default: 'local' } } as const;

export interface Connected {
  readonly engine: Engine;
  readonly connection: Connection;
}

/** Does work on a connection, and ends afterwards what was started for it. */
export async function withConnection<T>(
  host: CommandHost,
  name: string,
  events: Partial<EngineEvents>,
  work: (connected: Connected) => Promise<T>,
): Promise<T> {
  const sandbox = name === 'local' ? await localSandbox(host) : undefined;
  const connection = sandbox
    ? sandboxConnection(name, sandbox.ready)
    : await namedConnection(name, host.environment);
  const engine = new Engine({ runChanged: () => undefined, exportProgress: () => undefined, ...events });
  try {
    return await work({ engine, connection });
  } finally {
    await engine.close();
    await sandbox?.close();
  }
}
