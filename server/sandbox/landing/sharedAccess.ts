import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a shared access signature allows: reading, adding, writing, deleting and listing. */
const permissions = 'racwdl';

/** Makes and checks the signatures that let someone into a container without more. */
export class SharedAccess {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('landing zone').digest();
  }

  /** The parameters of an address, valid until `expiresAt`; those of an older `revision` are not any more. */
  token(container: string, revision: number, expiresAt: number): string {
    const se = new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z');
    const sig = this.#sign(container, revision, se);
    return new URLSearchParams({ sv: '2021-08-06', sr: 'c', sp: permissions, se, sig }).toString();
  }

  allows(container: string, revision: number, parameters: URLSearchParams, now: number): boolean {
    const se = parameters.get('se') ?? '';
    const given = Buffer.from(parameters.get('sig') ?? '');
    const expected = Buffer.from(this.#sign(container, revision, se));
    const isRight = given.length === expected.length && timingSafeEqual(given, expected);
    return isRight && Date.parse(se) > now;
  }

  #sign(container: string, revision: number, expiry: string): string {
    return createHmac('sha256', this.#key)
      .update(`${container}\n${revision}\n${expiry}\n${permissions}`)
      .digest('base64');
  }
}
