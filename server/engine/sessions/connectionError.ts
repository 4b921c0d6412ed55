import { DatabaseError } from 'pg';
import type { ConnectionProfile } from '../../protocol/connection';
import { ConnectionError, messageOf, sqlState } from '../queryProblem';

/** Says why no session could be had, and what to do. */
export function connectionError(error: unknown, profile: ConnectionProfile): ConnectionError {
  const place = `${profile.host}:${profile.port}`;
  if (error instanceof DatabaseError) {
    const isLogin = error.code?.startsWith('28') === true;
    return new ConnectionError({
      sqlState: error.code ?? sqlState.cannotConnect,
      message: `${place} did not let ${profile.user} in: ${error.message}`,
      ...(isLogin ? { hint: 'Check the user name and password; a token is valid for 24 hours' } : {}),
    });
  }
  const code = (error as NodeJS.ErrnoException).code ?? (error as AggregateError).errors?.[0]?.code;
  const known = causes.get(String(code)) ?? causes.get(messageOf(error));
  return new ConnectionError({
    sqlState: sqlState.cannotConnect,
    message: `Could not connect to ${place}: ${known?.message ?? messageOf(error)}`,
    ...(known ? { hint: known.hint } : {}),
  });
}

interface Cause {
  readonly message: string;
  readonly hint: string;
}

const unchecked: Cause = {
  message: 'the certificate of the server could not be checked',
  hint: 'Set tls to require to encrypt without the check, or install the certificate authority (NODE_EXTRA_CA_CERTS)',
};
const silent: Cause = {
  message: 'the server did not answer',
  hint: 'Check host, port, network and allowed addresses',
};

/** By Node's error codes, and by the texts of `pg` where it gives no code. */
const causes: ReadonlyMap<string, Cause> = new Map([
  [
    'ECONNREFUSED',
    { message: 'nothing listens there', hint: 'Check host and port, and that the server runs' },
  ],
  ['ENOTFOUND', { message: 'no host has this name', hint: 'Check the host name and the network' }],
  ['EAI_AGAIN', { message: 'the host name could not be looked up', hint: 'Check the network' }],
  ['ETIMEDOUT', silent],
  ['EHOSTUNREACH', silent],
  ['timeout expired', silent],
  [
    'The server does not support SSL connections',
    { message: 'the server knows no TLS', hint: 'Set tls to disable for a server on this machine' },
  ],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', unchecked],
  ['SELF_SIGNED_CERT_IN_CHAIN', unchecked],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unchecked],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', unchecked],
  ['ERR_TLS_CERT_ALTNAME_INVALID', unchecked],
]);
