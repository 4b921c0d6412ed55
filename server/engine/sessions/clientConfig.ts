import type { ClientConfig } from 'pg';
import type { Connection } from '../../protocol/connection';

/** Ways to reach the server in order of preference: with `allow`, without TLS when the server knows none. */
export function clientConfigs(connection: Connection): readonly ClientConfig[] {
  const { host, port, database, user, tls } = connection.profile;
  const config: ClientConfig = {
    host,
    port,
    database,
    user,
    password: connection.secrets.password,
    application_name: 'feature-sql',
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    types: { getTypeParser: () => (text: string) => text },
  };
  const plain = { ...config, ssl: false };
  const unchecked = { ...config, ssl: { rejectUnauthorized: false } };
  switch (tls) {
    case 'disable':
      return [plain];
    case 'allow':
      return [unchecked, plain];
    case 'require':
      return [unchecked];
    case 'verify-full':
      return [{ ...config, ssl: { rejectUnauthorized: true } }];
  }
}

/** `pg` has no code for it. */
export function isTlsRefused(error: unknown): boolean {
  return error instanceof Error && error.message === 'The server does not support SSL connections';
}
