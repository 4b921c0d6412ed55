import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { serialize } from 'pg-protocol';
import type { SandboxReady } from '../../server/protocol/sandbox';

/** A message of the server: its letter and the bytes after the length. */
export interface ServerMessage {
  readonly letter: string;
  readonly payload: Buffer;
}

/** A connection whose messages a test writes and reads one by one. */
export class WireClient {
  readonly socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    socket.on('close', () => this.#wake());
  }

  /** Connects without a word. */
  static async connect({ pg }: Pick<SandboxReady, 'pg'>): Promise<WireClient> {
    const socket = connect(pg.port, pg.host);
    await once(socket, 'connect');
    return new WireClient(socket);
  }

  /** Connects and logs in with the password in clear. */
  static async login(ready: Pick<SandboxReady, 'pg'>): Promise<WireClient> {
    const client = await WireClient.connect(ready);
    const { user, dbname, password } = ready.pg;
    client.send(serialize.startup({ user, database: dbname }), serialize.password(password));
    await client.until('Z');
    return client;
  }

  send(...messages: readonly Buffer[]): void {
    for (const message of messages) this.socket.write(message);
  }

  /** The next message; `undefined` when the server has closed the connection. */
  async next(): Promise<ServerMessage | undefined> {
    for (;;) {
      const length = this.#received.length < 5 ? undefined : this.#received.readInt32BE(1) + 1;
      if (length !== undefined && this.#received.length >= length) {
        const bytes = this.#received.subarray(0, length);
        this.#received = this.#received.subarray(length);
        return { letter: String.fromCharCode(bytes[0] as number), payload: bytes.subarray(5) };
      }
      if (this.socket.closed) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The messages up to the next one with this letter, or to the end of the connection. */
  async until(letter: string): Promise<readonly ServerMessage[]> {
    const messages: ServerMessage[] = [];
    for (let message = await this.next(); message; message = await this.next()) {
      messages.push(message);
      if (message.letter === letter) break;
    }
    return messages;
  }

  /** The SQLSTATE of the first error among messages. */
  static sqlState(messages: readonly ServerMessage[]): string | undefined {
    const error = messages.find(({ letter }) => letter === 'E');
    return error && /\0C([0-9A-Z]{5})\0/.exec(error.payload.toString('latin1'))?.[1];
  }

  end(): void {
    this.socket.destroy();
  }
}

/** The cells of a row; `undefined` is the SQL null. */
export function cellsOf({ payload }: ServerMessage): readonly (Buffer | undefined)[] {
  let at = 2;
  return Array.from({ length: payload.readInt16BE(0) }, () => {
    const length = payload.readInt32BE(at);
    at += 4 + Math.max(0, length);
    return length < 0 ? undefined : payload.subarray(at - length, at);
  });
}
