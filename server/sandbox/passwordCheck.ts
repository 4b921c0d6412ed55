import type { AccessRights } from './access/accessRights';
import type { AccessTokens } from './access/accessTokens';
import { mayDo } from './access/clientAccess';
import { permissionName } from './access/permissions';
import { sameText } from './access/sameText';
import { accountOfPassword } from './access/technicalAccounts';
import type { Credentials } from './folder';
import type { PasswordCheck } from './pgwire/authenticate';
import { scramVerifier } from './pgwire/scram/scramVerifier';
import { SqlError, sqlStates } from './session/sqlError';
import type { Documents } from './store/documents';

/** The form of the Platform's non-expiring credentials. */
export function passwordOf({ technicalAccountId, credential }: Credentials): string {
  return `${technicalAccountId}:${credential}`;
}

export interface PasswordOptions {
  readonly credentials: Credentials;
  readonly tokens: AccessTokens;
  readonly documents: Documents;
  readonly rights: AccessRights;
}

/** How clients of the wire prove who they are: by the password of an account, or by an access token. */
export function passwordCheck(
  method: PasswordCheck['method'],
  { credentials, tokens, documents, rights }: PasswordOptions,
): PasswordCheck {
  const { clientId } = credentials;
  const isUser = (user: string): boolean => sameText(user, credentials.orgId);
  const password = passwordOf(credentials);
  if (method === 'scram-sha-256') return { method, verifier: scramVerifier(password), isUser, clientId };
  const clientOf = async (user: string, given: string): Promise<string | undefined> => {
    const userIsRight = isUser(user);
    const passwordIsRight = sameText(given, password);
    const check = tokens.check(given);
    const account = await accountOfPassword(documents, given);
    if (!userIsRight) return undefined;
    if (passwordIsRight) return clientId;
    if (check.status === 'valid') return check.clientId;
    if (check.status === 'expired') throw tokenExpired();
    // A password that does not expire is for those who may have one.
    const mayHave =
      account !== undefined && mayDo(await rights.of(account), ['manage-query-service-integration']);
    return mayHave ? account : undefined;
  };
  return { method, clientOf };
}

function tokenExpired(): SqlError {
  const detail = 'The access token is expired. Ask for another one';
  return new SqlError(sqlStates.invalidPassword, 'Invalid password', { detail });
}

/** Sessions are for those who may run queries. */
export async function checkClient(rights: AccessRights, clientId: string): Promise<void> {
  if (mayDo(await rights.of(clientId), ['manage-queries'])) return;
  const detail = `Sessions need the permission "${permissionName('manage-queries')}"`;
  throw new SqlError(sqlStates.insufficientPrivilege, 'Permission denied', { detail });
}
