import { once } from 'node:events';
import { connect } from 'node:net';
import type pg from 'pg';
import { serialize } from 'pg-protocol';
import type { TestSandbox } from './testSandbox';

/** What a client must know to cancel what a session runs. */
export interface CancelKey {
  readonly processId: number;
  readonly secret: number;
}

/** What `pg` knows of its session but does not declare. */
interface Backend {
  readonly processID: number;
  readonly secretKey: number;
}

export function keyOf(client: pg.Client): CancelKey {
  const { processID, secretKey } = client as unknown as Backend;
  return { processId: processID, secret: secretKey };
}

/** Sends a cancel request, on a connection of its own. */
export async function cancelQuery(sandbox: TestSandbox, key: CancelKey): Promise<void> {
  const socket = connect(sandbox.running.ready.pg.port, '127.0.0.1');
  socket.end(serialize.cancel(key.processId, key.secret));
  socket.resume();
  await once(socket, 'close');
}
