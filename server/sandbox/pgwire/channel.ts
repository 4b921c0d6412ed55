import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import { SqlError, sqlStates } from '../session/sqlError';
import { FrameReader, type Frame } from './frameReader';

/** Messages that a client may send ahead of our answers before we stop reading from it. */
const mostQueued = 1 << 20;
/** Answers that are gathered before they are written. */
const gathered = 1 << 16;
/** Milliseconds that the last answers may take to be read. */
const endTime = 2_000;

/**
 * The messages of one connection. It goes on reading while a statement runs, so that a client that goes away is
 * noticed at once: `closed` is aborted then.
 */
export class Channel {
  #socket: Socket;
  readonly #frames: FrameReader;
  readonly #closed = new AbortController();
  #outgoing: Buffer[] = [];
  #outgoingSize = 0;
  #wake: (() => void) | undefined;

  constructor(socket: Socket, largestMessage: number) {
    this.#frames = new FrameReader(largestMessage);
    this.#socket = socket;
    this.#listen(socket);
  }

  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  get encrypted(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  expectTyped(largestMessage: number): void {
    this.#frames.expectTyped(largestMessage);
  }

  allow(largestMessage: number): void {
    this.#frames.allow(largestMessage);
  }

  /** The next message, or `undefined` when the client is gone. Throws a `SqlError` on a malformed one. */
  async receive(): Promise<Frame | undefined> {
    while (!this.closed.aborted) {
      const frame = this.#frames.next();
      if (frame) return frame;
      this.#socket.resume();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return undefined;
  }

  /** Gathers a message to be sent; waits only when the client does not keep up with reading. */
  async send(message: Buffer): Promise<void> {
    this.#outgoing.push(message);
    this.#outgoingSize += message.length;
    if (this.#outgoingSize >= gathered) await this.flush();
  }

  /** Sends what was gathered. */
  async flush(): Promise<void> {
    if (this.#outgoing.length === 0 || this.closed.aborted) return;
    const bytes = this.#outgoing.length === 1 ? (this.#outgoing[0] as Buffer) : Buffer.concat(this.#outgoing);
    this.#outgoing = [];
    this.#outgoingSize = 0;
    if (this.#socket.write(bytes)) return;
    await this.#until((resolve) => this.#socket.once('drain', resolve));
  }

  /** Goes on in TLS on the same connection. */
  async encrypt(context: SecureContext): Promise<void> {
    if (this.#frames.buffered > 0) {
      // Bytes sent before the handshake could come from someone in between.
      throw new SqlError(
        sqlStates.protocolViolation,
        'Unencrypted data came after the request for encryption',
      );
    }
    const plain = this.#socket;
    plain.removeAllListeners('data');
    plain.pause();
    const secure = new TLSSocket(plain, { isServer: true, secureContext: context });
    this.#socket = secure;
    this.#listen(secure);
    await this.#until((resolve) => secure.once('secure', resolve));
  }

  /** Sends what was gathered and ends the connection; a client that does not read is not waited for. */
  end(): void {
    if (!this.closed.aborted) this.#socket.end(Buffer.concat(this.#outgoing));
    this.#outgoing = [];
    this.#close();
    // Where the client still sends, it would otherwise lose the last answers.
    this.#socket.removeAllListeners('data').resume();
    const late = setTimeout(() => this.#socket.destroy(), endTime);
    this.#socket.once('close', () => clearTimeout(late));
  }

  destroy(): void {
    this.#socket.destroy();
    this.#close();
  }

  #listen(socket: Socket): void {
    socket.on('data', (chunk: Buffer) => {
      this.#frames.push(chunk);
      if (this.#frames.buffered >= mostQueued) socket.pause();
      this.#wakeUp();
    });
    socket.on('error', () => this.#close());
    socket.on('end', () => this.#close());
    socket.on('close', () => this.#close());
  }

  #close(): void {
    this.#closed.abort();
    this.#wakeUp();
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  /** Waits for an event, or for the end of the connection. */
  async #until(listen: (resolve: () => void) => void): Promise<void> {
    if (this.closed.aborted) return;
    let stop: () => void = () => undefined;
    await new Promise<void>((resolve) => {
      stop = resolve;
      this.closed.addEventListener('abort', stop);
      listen(resolve);
    });
    this.closed.removeEventListener('abort', stop);
  }
}
