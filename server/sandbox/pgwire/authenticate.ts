import { SqlError, sqlStates } from '../session/sqlError';
import { cleartextPasswordRequest, saslContinue, saslFinal, saslRequest } from './backendMessages';
import type { Channel } from './channel';
import { readMessage, readSaslFirst, readSaslNext } from './frontendMessages';
import type { Frame } from './frameReader';
import { ScramExchange, scramMechanism } from './scram/scramExchange';
import type { ScramVerifier } from './scram/scramVerifier';

/** How a client proves who it is. */
export type PasswordCheck =
  /** The Platform's way, and the only one that takes an access token: the server sees the password. */
  | {
      readonly method: 'cleartext';
      /** Whose password it is; `undefined` for a wrong one. Throws a `SqlError` that says more of one that was right. */
      readonly clientOf: (user: string, password: string) => Promise<string | undefined>;
    }
  /** The server never sees the password, and knows only one. */
  | {
      readonly method: 'scram-sha-256';
      readonly verifier: ScramVerifier;
      readonly isUser: (user: string) => boolean;
      /** Whose password it is. */
      readonly clientId: string;
    };

/** Who the client is, once it has proved it. */
export type Proof = { readonly clientId: string } | 'wrong';

/** Answers who the client proved to be; `undefined` when it went away. */
export async function authenticate(
  channel: Channel,
  user: string,
  check: PasswordCheck,
): Promise<Proof | undefined> {
  if (check.method === 'cleartext') return await byPassword(channel, user, check.clientOf);
  const isRight = await byScram(channel, check.verifier, check.isUser(user));
  if (isRight === undefined) return undefined;
  return isRight ? { clientId: check.clientId } : 'wrong';
}

async function byPassword(
  channel: Channel,
  user: string,
  clientOf: (user: string, password: string) => Promise<string | undefined>,
): Promise<Proof | undefined> {
  const frame = await ask(channel, cleartextPasswordRequest);
  if (!frame) return undefined;
  const message = readMessage(frame);
  const clientId = message.kind === 'password' ? await clientOf(user, message.password) : undefined;
  return clientId === undefined ? 'wrong' : { clientId };
}

/** Goes through the whole exchange for an unknown user too. */
async function byScram(
  channel: Channel,
  verifier: ScramVerifier,
  isUser: boolean,
): Promise<boolean | undefined> {
  const exchange = new ScramExchange(verifier);
  const first = await ask(channel, saslRequest(scramMechanism));
  if (!first) return undefined;
  const { mechanism, text } = readSaslFirst(first);
  const answer = mechanism === scramMechanism ? exchange.start(text) : undefined;
  if (answer === undefined) throw malformed();
  const last = await ask(channel, saslContinue(answer));
  if (!last) return undefined;
  const signature = exchange.finish(readSaslNext(last));
  if (signature === undefined || !isUser) return false;
  await channel.send(saslFinal(signature));
  return true;
}

/** Sends a request, and answers what the client says to it. */
async function ask(channel: Channel, request: Buffer): Promise<Frame | undefined> {
  await channel.send(request);
  await channel.flush();
  const frame = await channel.receive();
  if (!frame || frame.code === 'X') return undefined;
  if (frame.code !== 'p') throw new SqlError(sqlStates.invalidAuthorization, 'Invalid authorization type');
  return frame;
}

function malformed(): SqlError {
  return new SqlError(sqlStates.protocolViolation, 'A message of the client is malformed');
}
