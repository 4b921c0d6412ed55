import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hmac, type ScramVerifier } from './scramVerifier';

export const scramMechanism = 'SCRAM-SHA-256';

/** Without channel binding, which is not offered: `y` says that the client would have it. */
const firstForm = /^([ny],(?:a=[^,]*)?,)((?:m=[^,]*,)?n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/s;
const finalForm = /^(c=([A-Za-z0-9+/=]+),r=([\x21-\x2b\x2d-\x7e]+)),p=([A-Za-z0-9+/=]+)$/;

/** The server's part of one login; answers `undefined` for messages that are not of the form, or a wrong proof. */
export class ScramExchange {
  readonly #verifier: ScramVerifier;
  readonly #ownNonce: string;
  #started: { readonly header: string; readonly nonce: string; readonly messages: string } | undefined;

  constructor(verifier: ScramVerifier, ownNonce: string = randomBytes(18).toString('base64')) {
    this.#verifier = verifier;
    this.#ownNonce = ownNonce;
  }

  /** What the server says to the client's first message. */
  start(clientFirst: string): string | undefined {
    const [, header, bare, clientNonce] = firstForm.exec(clientFirst) ?? [];
    if (header === undefined || bare === undefined || bare.startsWith('m=')) return undefined;
    const { salt, iterations } = this.#verifier;
    const nonce = `${clientNonce}${this.#ownNonce}`;
    const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`;
    this.#started = { header, nonce, messages: `${bare},${serverFirst}` };
    return serverFirst;
  }

  /** What the server says to the client's last message, when its proof is right. */
  finish(clientFinal: string): string | undefined {
    const [, unproved, binding, nonce, proof] = finalForm.exec(clientFinal) ?? [];
    if (!this.#started || unproved === undefined || binding === undefined || proof === undefined)
      return undefined;
    const { header, nonce: expected, messages } = this.#started;
    if (nonce !== expected || Buffer.from(binding, 'base64').toString() !== header) return undefined;
    const signed = `${messages},${unproved}`;
    const { storedKey, serverKey } = this.#verifier;
    const signature = hmac(storedKey, signed);
    const given = Buffer.from(proof, 'base64');
    if (given.length !== signature.length) return undefined;
    const clientKey = given.map((byte, index) => byte ^ (signature[index] as number));
    const isRight = timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey);
    return isRight ? `v=${hmac(serverKey, signed).toString('base64')}` : undefined;
  }
}
