import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly port: number;
  /** Answers what was asked already, and no more. */
  readonly close: () => Promise<void>;
}

/** Longer than it takes to send the largest file on loopback; a client that sends nothing is not waited for. */
const requestMilliseconds = 10 * 60_000;
/** How long requests that are under way may take to end. */
const endMilliseconds = 2_000;

/** Listens on the loopback interface only. Port 0 takes a free one. Throws when the port is taken. */
export async function startHttpServer(
  port: number,
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
): Promise<HttpServer> {
  const server = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    serverOptions: { requestTimeout: requestMilliseconds, headersTimeout: 30_000 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), endMilliseconds);
  await closed;
  clearTimeout(late);
}
