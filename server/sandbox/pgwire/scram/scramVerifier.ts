import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** What a server keeps of a password to check it by SCRAM-SHA-256 (RFC 5802, RFC 7677). */
export interface ScramVerifier {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

const iterations = 4096;
const keyLength = 32;

/** The password is one that the sandbox made, of letters that need no preparation (RFC 4013). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): ScramVerifier {
  const salted = pbkdf2Sync(password, salt, iterations, keyLength, 'sha256');
  return {
    salt,
    iterations,
    storedKey: createHash('sha256').update(hmac(salted, 'Client Key')).digest(),
    serverKey: hmac(salted, 'Server Key'),
  };
}

export function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
