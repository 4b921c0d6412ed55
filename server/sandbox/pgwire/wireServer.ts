import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { serveConnection, type WireContext } from './wireConnection';

export interface WireServer {
  readonly port: number;
  /** Tells the clients, stops what runs and waits for the end of all connections. */
  readonly close: () => Promise<void>;
}

/** Listens on the loopback interface only. Port 0 takes a free one. Throws when the port is taken. */
export async function startWireServer(port: number, context: WireContext): Promise<WireServer> {
  const ending = new AbortController();
  // Each connection listens to it.
  setMaxListeners(0, ending.signal);
  const served = new Set<Promise<void>>();
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    sockets.add(socket);
    const done = serveConnection(socket, context, ending.signal).finally(() => {
      served.delete(done);
      sockets.delete(socket);
    });
    served.add(done);
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      ending.abort();
      await Promise.all(served);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
