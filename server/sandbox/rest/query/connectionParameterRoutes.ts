import { Hono } from 'hono';
import { connectionParameters } from '../../../platform/connectionParameters';
import { answer } from '../answer';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** How to reach the wire: the password is the token of the request itself, and ends with it. */
export function connectionParameterRoutes({ access, tokens }: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false }).get('/', (c) => {
    const client = c.get('client');
    return answer(c, connectionParameters, {
      username: access.pg.user,
      dbName: access.pg.dbname,
      host: access.pg.host,
      port: access.pg.port,
      version: 1,
      token: client.token,
      compressedToken: tokens.compact(client),
      websocketHost: access.pg.host,
    });
  });
}
