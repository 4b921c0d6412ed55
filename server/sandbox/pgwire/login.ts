import { SqlError, sqlStates } from '../session/sqlError';
import { authenticate, type PasswordCheck } from './authenticate';
import { authenticationOk, tlsAccepted, tlsRefused } from './backendMessages';
import type { CancelKeys } from './cancelKeys';
import type { Channel } from './channel';
import { readStartup } from './frontendMessages';
import type { SecureContext } from 'node:tls';

export interface LoginOptions {
  /** Absent when connections are not encrypted. */
  readonly tls: SecureContext | undefined;
  readonly cancelKeys: CancelKeys;
  readonly passwordCheck: PasswordCheck;
  /** Throws a `SqlError` for a client that may not have sessions. */
  readonly checkClient: (clientId: string) => Promise<void>;
  /** Throws a `SqlError` for a database that there is not. */
  readonly checkDatabase: (name: string) => Promise<void>;
}

export interface Login {
  readonly user: string;
  /** Whose password it was. */
  readonly clientId: string;
  readonly database: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Whoever is not logged in may send only this much, ... */
export const largestLoginMessage = 10_000;
/** ... and afterwards this much: a long statement, or one with long parameters. */
const largestMessage = 64 << 20;

/** Takes a connection through encryption and password; answers `undefined` when the client wanted no session. */
export async function login(channel: Channel, options: LoginOptions): Promise<Login | undefined> {
  const parameters = await startupParameters(channel, options);
  if (!parameters) return undefined;
  channel.expectTyped(largestLoginMessage);
  const user = parameters['user'] ?? '';
  const proved = await authenticate(channel, user, options.passwordCheck);
  if (proved === undefined) return undefined;
  if (proved === 'wrong') throw new SqlError(sqlStates.invalidPassword, 'Invalid password');
  await options.checkClient(proved.clientId);
  const database = parameters['database'] ?? user;
  await options.checkDatabase(database);
  channel.allow(largestMessage);
  await channel.send(authenticationOk);
  return { user, clientId: proved.clientId, database, parameters };
}

async function startupParameters(
  channel: Channel,
  options: LoginOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  for (;;) {
    const frame = await channel.receive();
    if (!frame) return undefined;
    const message = readStartup(frame);
    switch (message.kind) {
      case 'startup':
        return message.parameters;
      case 'cancelRequest':
        options.cancelKeys.cancel(message.processId, message.secret);
        return undefined;
      case 'encryptionRequest':
        await refuse(channel);
        break;
      case 'tlsRequest':
        if (!options.tls || channel.encrypted) await refuse(channel);
        else {
          await channel.send(tlsAccepted);
          await channel.flush();
          await channel.encrypt(options.tls);
        }
        break;
    }
  }
}

async function refuse(channel: Channel): Promise<void> {
  await channel.send(tlsRefused);
  await channel.flush();
}
