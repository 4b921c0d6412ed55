import { SqlError, sqlStates } from '../session/sqlError';

/** What a connection may take; times are in milliseconds. */
export interface WireLimits {
  /** Sessions at once. */
  readonly sessions: number;
  /** From the first byte to the end of the login. */
  readonly loginTime: number;
  /** Between two messages of a client that is logged in. */
  readonly idleTime: number;
  /** The work that one message asks for, up to the last row of it. */
  readonly statementTime: number;
}

/** As on the Platform, which says nothing of logins; its number of sessions is that of the licence. */
export const usualLimits: WireLimits = {
  sessions: 100,
  loginTime: 60_000,
  idleTime: 2 * 60 * 60_000,
  statementTime: 10 * 60_000,
};

/** What a session is told that went beyond a limit. */
export const limitErrors = {
  sessions: () => new SqlError(sqlStates.tooManyConnections, 'Session Limit Reached'),
  loginTime: () => new SqlError(sqlStates.invalidAuthorization, 'The login took too long'),
  idleTime: () =>
    new SqlError(sqlStates.shutdown, 'The session was closed because it was idle', {
      hint: 'Connect again.',
    }),
  statementTime: ({ statementTime }: WireLimits) =>
    new SqlError(sqlStates.limitExceeded, 'Statement timeout', {
      detail: `The statement took longer than ${statementTime / 1000} s`,
    }),
};
