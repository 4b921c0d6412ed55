import { SqlError, sqlStates } from '../session/sqlError';

/**
 * Reads the fields of one message. Every read checks the bounds: the bytes come from whoever connects, and a reader
 * that trusts a length or looks for a missing terminator reads on forever.
 */
export class PayloadReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#take(1).readUInt8();
  }

  int16(): number {
    return this.#take(2).readInt16BE();
  }

  uint16(): number {
    return this.#take(2).readUInt16BE();
  }

  int32(): number {
    return this.#take(4).readInt32BE();
  }

  uint32(): number {
    return this.#take(4).readUInt32BE();
  }

  bytes(length: number): Buffer {
    return this.#take(length);
  }

  /** Text up to a zero byte. */
  text(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    if (end < 0) throw malformed();
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return text;
  }

  /** `count` values, each read by `read`; a count that cannot fit is refused before anything is allocated. */
  list<T>(count: number, smallest: number, read: () => T): T[] {
    if (count * smallest > this.#bytes.length - this.#at) throw malformed();
    return Array.from({ length: count }, read);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (length < 0 || end > this.#bytes.length) throw malformed();
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}

function malformed(): SqlError {
  return new SqlError(sqlStates.protocolViolation, 'A message of the client is malformed');
}
