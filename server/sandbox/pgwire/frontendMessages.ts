import { SqlError, sqlStates } from '../session/sqlError';
import type { Frame } from './frameReader';
import { PayloadReader } from './payloadReader';

/** What a client sends before it is logged in. */
export type StartupMessage =
  | { readonly kind: 'startup'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'tlsRequest' }
  | { readonly kind: 'encryptionRequest' }
  | { readonly kind: 'cancelRequest'; readonly processId: number; readonly secret: number };

export type FrontendMessage =
  | { readonly kind: 'query'; readonly sql: string }
  | {
      readonly kind: 'parse';
      readonly name: string;
      readonly sql: string;
      readonly parameterTypes: readonly number[];
    }
  | BindMessage
  | { readonly kind: 'describe'; readonly target: Target; readonly name: string }
  | { readonly kind: 'execute'; readonly portal: string; readonly maxRows: number }
  | { readonly kind: 'close'; readonly target: Target; readonly name: string }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'sync' | 'flush' | 'terminate' | 'copy' };

export interface BindMessage {
  readonly kind: 'bind';
  readonly portal: string;
  readonly statement: string;
  readonly parameterFormats: readonly number[];
  /** `undefined` is the SQL null. */
  readonly parameters: readonly (Buffer | undefined)[];
  readonly resultFormats: readonly number[];
}

export type Target = 'statement' | 'portal';

const protocolVersion = 3;
const tlsRequestCode = 80877103;
const encryptionRequestCode = 80877104;
const cancelRequestCode = 80877102;

export function readStartup(frame: Frame): StartupMessage {
  const reader = new PayloadReader(frame.payload);
  const code = reader.int32();
  if (code === tlsRequestCode) return { kind: 'tlsRequest' };
  if (code === encryptionRequestCode) return { kind: 'encryptionRequest' };
  if (code === cancelRequestCode) {
    return { kind: 'cancelRequest', processId: reader.int32(), secret: reader.int32() };
  }
  if (code >> 16 !== protocolVersion) {
    throw new SqlError(
      sqlStates.protocolViolation,
      `Protocol version ${code >> 16}.${code & 0xffff} is not supported`,
    );
  }
  const parameters: Record<string, string> = {};
  for (let name = reader.text(); name !== ''; name = reader.text()) parameters[name] = reader.text();
  return { kind: 'startup', parameters };
}

/** The first message of a login by SASL, which goes under the letter of a password. */
export function readSaslFirst({ payload }: Frame): { readonly mechanism: string; readonly text: string } {
  const reader = new PayloadReader(payload);
  const mechanism = reader.text();
  return { mechanism, text: reader.bytes(reader.int32()).toString('utf8') };
}

/** A later message of a login by SASL. */
export function readSaslNext({ payload }: Frame): string {
  return payload.toString('utf8');
}

export function readMessage(frame: Frame): FrontendMessage {
  const reader = new PayloadReader(frame.payload);
  switch (frame.code) {
    case 'Q':
      return { kind: 'query', sql: reader.text() };
    case 'P':
      return readParse(reader);
    case 'B':
      return readBind(reader);
    case 'D':
      return { kind: 'describe', target: readTarget(reader), name: reader.text() };
    case 'E':
      return { kind: 'execute', portal: reader.text(), maxRows: reader.int32() };
    case 'C':
      return { kind: 'close', target: readTarget(reader), name: reader.text() };
    case 'p':
      return { kind: 'password', password: reader.text() };
    case 'S':
      return { kind: 'sync' };
    case 'H':
      return { kind: 'flush' };
    case 'X':
      return { kind: 'terminate' };
    case 'd':
    case 'c':
    case 'f':
      return { kind: 'copy' };
    default:
      throw new SqlError(sqlStates.protocolViolation, 'Unsupported message type', {
        detail: frame.code ?? '',
      });
  }
}

function readParse(reader: PayloadReader): FrontendMessage {
  const name = reader.text();
  const sql = reader.text();
  return { kind: 'parse', name, sql, parameterTypes: reader.list(reader.uint16(), 4, () => reader.uint32()) };
}

function readBind(reader: PayloadReader): BindMessage {
  const portal = reader.text();
  const statement = reader.text();
  const parameterFormats = reader.list(reader.uint16(), 2, () => reader.int16());
  const parameters = reader.list(reader.uint16(), 4, () => {
    const length = reader.int32();
    return length < 0 ? undefined : reader.bytes(length);
  });
  const resultFormats = reader.list(reader.uint16(), 2, () => reader.int16());
  return { kind: 'bind', portal, statement, parameterFormats, parameters, resultFormats };
}

function readTarget(reader: PayloadReader): Target {
  const letter = String.fromCharCode(reader.byte());
  if (letter === 'S') return 'statement';
  if (letter === 'P') return 'portal';
  throw new SqlError(sqlStates.protocolViolation, 'A message of the client is malformed');
}
