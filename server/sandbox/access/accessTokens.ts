import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

export type TokenCheck =
  | { readonly status: 'valid'; readonly clientId: string; readonly expiresAt: number }
  | { readonly status: 'expired' }
  /** Not from here, or changed on the way. */
  | { readonly status: 'unknown' };

const lifetimeSeconds = 86_399;
const header = encode({ alg: 'HS256', typ: 'JWT' });
const compactPrefix = 'c1';

export interface Claims {
  readonly clientId: string;
  /** Milliseconds since 1970, as `createdAt`. */
  readonly expiresAt: number;
}

/**
 * Issues and checks access tokens. A token carries its claims under a signature, so that it outlives a restart of
 * the sandbox, and nothing has to be kept.
 */
export class AccessTokens {
  readonly #key: Buffer;
  readonly #now: () => number;

  /** `secret` is the folder's; whoever knows it can make tokens. */
  constructor(secret: string, now: () => number = Date.now) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'access tokens', 32));
    this.#now = now;
  }

  issue(clientId: string): IssuedToken {
    const createdAt = this.#now();
    const claims = {
      type: 'access_token',
      client_id: clientId,
      expires_at: createdAt + lifetimeSeconds * 1000,
    };
    const signed = `${header}.${encode({ ...claims, created_at: createdAt })}`;
    return { token: `${signed}.${this.#sign(signed)}`, expiresInSeconds: lifetimeSeconds };
  }

  /** A short token with the end of a long one, for passwords of limited length. */
  compact({ clientId, expiresAt }: Claims): string {
    const signed = `${compactPrefix}.${clientId}.${expiresAt.toString(36)}`;
    return `${signed}.${this.#sign(signed)}`;
  }

  /** Checks a token of either form. */
  check(token: string): TokenCheck {
    const end = token.lastIndexOf('.');
    const signed = token.slice(0, Math.max(end, 0));
    const signature = Buffer.from(token.slice(end + 1));
    const expected = Buffer.from(this.#sign(signed));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      return { status: 'unknown' };
    }
    const claims = readClaims(signed);
    return claims.expiresAt > this.#now() ? { status: 'valid', ...claims } : { status: 'expired' };
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** Of a text whose signature was found right, so its form is ours. */
function readClaims(signed: string): Claims {
  const [first, second, third] = signed.split('.') as [string, string, string | undefined];
  if (first === compactPrefix) return { clientId: second, expiresAt: Number.parseInt(third ?? '', 36) };
  const claims = JSON.parse(Buffer.from(second, 'base64url').toString()) as Record<string, unknown>;
  return { clientId: String(claims['client_id']), expiresAt: Number(claims['expires_at']) };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
