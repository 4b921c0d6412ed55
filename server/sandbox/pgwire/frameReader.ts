import { SqlError, sqlStates } from '../session/sqlError';

/** One message as it came: `code` is its type letter, absent in the first messages of a connection. */
export interface Frame {
  readonly code: string | undefined;
  readonly payload: Buffer;
}

const lengthSize = 4;

/** Cuts the bytes of a connection into messages, and refuses one that is longer than allowed at that stage. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #size = 0;
  #typed = false;
  #largest: number;

  constructor(largest: number) {
    this.#largest = largest;
  }

  /** Bytes received that are no complete message yet, or were not asked for. */
  get buffered(): number {
    return this.#size;
  }

  /** From now on messages carry a type letter and may be `largest` bytes long. */
  expectTyped(largest: number): void {
    this.#typed = true;
    this.#largest = largest;
  }

  allow(largest: number): void {
    this.#largest = largest;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  /** The next complete message. Throws on a length that is impossible or too large; the connection is then lost. */
  next(): Frame | undefined {
    const header = (this.#typed ? 1 : 0) + lengthSize;
    const head = this.#peek(header);
    if (!head) return undefined;
    const length = head.readInt32BE(header - lengthSize);
    if (length < lengthSize || length > this.#largest) {
      throw new SqlError(sqlStates.protocolViolation, 'A message of the client has an invalid length');
    }
    const bytes = this.#peek(header - lengthSize + length);
    if (!bytes) return undefined;
    this.#drop(header - lengthSize + length);
    const code = this.#typed ? String.fromCharCode(bytes[0] as number) : undefined;
    return { code, payload: bytes.subarray(header) };
  }

  /** The first `count` bytes in one piece. Chunks are joined only once all are there. */
  #peek(count: number): Buffer | undefined {
    if (this.#size < count) return undefined;
    const [first] = this.#chunks;
    if ((first as Buffer).length < count) this.#chunks = [Buffer.concat(this.#chunks)];
    return (this.#chunks[0] as Buffer).subarray(0, count);
  }

  #drop(count: number): void {
    const [first, ...rest] = this.#chunks;
    const remaining = (first as Buffer).subarray(count);
    this.#chunks = remaining.length > 0 ? [remaining, ...rest] : rest;
    this.#size -= count;
  }
}
