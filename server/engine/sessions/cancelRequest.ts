import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { serialize } from 'pg-protocol';

/** Which query to cancel, as the server told when the session began. */
export interface CancelTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly processId: number;
  readonly secretKey: number;
}

/**
 * Sends PostgreSQL's cancel request on a connection of its own, and ends when the server has taken it. The server
 * does not answer it: whether the query stopped is seen at the query.
 */
export async function sendCancelRequest(target: CancelTarget, timeoutMilliseconds: number): Promise<void> {
  const socket = connect(target.port, target.host);
  socket.setTimeout(timeoutMilliseconds, () =>
    socket.destroy(new Error('The server did not take the cancel request')),
  );
  try {
    await once(socket, 'connect');
    const channel = target.tls ? await startTls(socket) : socket;
    channel.write(serialize.cancel(target.processId, target.secretKey));
    channel.resume();
    await once(channel, 'close');
  } finally {
    socket.destroy();
  }
}

async function startTls(socket: Socket): Promise<TLSSocket> {
  socket.write(serialize.requestSsl());
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (answer.toString('latin1') !== 'S') throw new Error('The server refused TLS for the cancel request');
  // The session itself has checked the server; the request holds nothing but its random key.
  const channel = connectTls({ socket, rejectUnauthorized: false });
  await once(channel, 'secureConnect');
  return channel;
}

function once(socket: Socket, event: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once(event, (...values: unknown[]) => {
      socket.removeListener('error', reject);
      resolve(values);
    });
  });
}
