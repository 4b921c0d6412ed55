import type { Connection } from './connection';
import type { SandboxReady } from './sandbox';

/** How to reach a local sandbox that is ready. It listens on loopback only, so nothing is encrypted. */
export function sandboxConnection(name: string, ready: SandboxReady): Connection {
  const { host, port, dbname: database, user, password } = ready.pg;
  const { http: endpoint, orgId, sandbox, clientId, clientSecret } = ready;
  // A sandbox without its REST side has no address for it.
  const rest = endpoint === '' ? {} : { rest: { endpoint, orgId, sandbox, clientId } };
  return {
    profile: { name, kind: 'local', host, port, database, user, tls: 'disable', ...rest },
    secrets: { password, clientSecret },
  };
}
