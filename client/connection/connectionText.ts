import type { ConnectionProfile } from '../../server/protocol/connection';

/** What a pasted connection command tells; whatever it leaves out is undefined. */
export interface ConnectionParts {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly database: string | undefined;
  readonly user: string | undefined;
  readonly tls: ConnectionProfile['tls'] | undefined;
  readonly password: string | undefined;
}

/**
 * Reads `psql 'host=... port=80 dbname=prod:all ...'` as the Platform's credentials page shows it, the same
 * without `psql`, a `postgresql://` address, or a bare host name. Undefined when it is none of these.
 */
export function readConnectionText(text: string): ConnectionParts | undefined {
  const trimmed = text.trim().replace(/^psql\s+/, '');
  const unquoted = /^(['"])(.*)\1$/s.exec(trimmed)?.[2] ?? trimmed;
  if (/^postgres(ql)?:\/\//.test(unquoted)) return fromAddress(unquoted);
  if (/(^|\s)host\s*=/.test(unquoted)) return fromKeywords(unquoted);
  return /^[\w.-]+$/.test(unquoted) ? parts({ host: unquoted }) : undefined;
}

function fromAddress(text: string): ConnectionParts | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return parts({
    host: url.hostname,
    port: url.port,
    dbname: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    sslmode: url.searchParams.get('sslmode') ?? '',
  });
}

function fromKeywords(text: string): ConnectionParts {
  const pairs = [...text.matchAll(/(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|(\S*))/g)];
  return parts(
    Object.fromEntries(pairs.map(([, key, quoted, bare]) => [key, quoted?.replace(/\\(.)/g, '$1') ?? bare])),
  );
}

function parts(values: Readonly<Record<string, string | undefined>>): ConnectionParts {
  return {
    host: values['host'] || undefined,
    port: values['port'] ? Number(values['port']) : undefined,
    database: values['dbname'] || undefined,
    user: values['user'] || undefined,
    tls: values['sslmode'] ? tlsOf(values['sslmode']) : undefined,
    password: values['password'] || undefined,
  };
}

function tlsOf(sslmode: string): ConnectionProfile['tls'] {
  if (sslmode === 'disable' || sslmode === 'require' || sslmode === 'verify-full') return sslmode;
  return sslmode === 'verify-ca' ? 'verify-full' : 'allow';
}
