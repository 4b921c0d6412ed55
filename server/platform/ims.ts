import { z } from 'zod';
import { UnexpectedAnswerError, complaintOf, platformError } from './errors';
import { reach, readBody, type TokenSource } from './http';

/** The answer of `POST /ims/token/v3` with client credentials. */
export const accessToken = z.looseObject({
  token_type: z.string(),
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number(),
});

export type AccessToken = z.infer<typeof accessToken>;

/** What the token endpoint says of a request that it refuses. */
export const tokenProblem = z.looseObject({ error: z.string(), error_description: z.string().optional() });

export const defaultScopes = [
  'openid',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
  'session',
] as const;

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes?: readonly string[];
}

/** Where the tokens for an endpoint of the Platform come from; a local sandbox issues its own. */
export function imsEndpointOf(endpoint: string): string {
  const { hostname, origin } = new URL(endpoint);
  if (hostname === 'platform.adobe.io') return 'https://ims-na1.adobelogin.com';
  if (/^platform-[a-z0-9-]+\.adobe\.io$/.test(hostname)) return 'https://ims-na1-stg1.adobelogin.com';
  return origin;
}

/** Exchanges a client's credentials for an access token. */
export async function requestToken(
  imsEndpoint: string,
  credentials: ClientCredentials,
  options: { readonly fetch?: typeof globalThis.fetch } = {},
): Promise<AccessToken> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    scope: (credentials.scopes ?? defaultScopes).join(','),
  });
  const send = options.fetch ?? globalThis.fetch;
  const response = await reach(new URL('/ims/token/v3', imsEndpoint), (url) =>
    send(url, { method: 'POST', body, redirect: 'error' }),
  );
  const answer = await readBody(response);
  if (!response.ok) throw platformError(response.status, response.headers, answer);
  const read = accessToken.safeParse(answer);
  if (!read.success) throw new UnexpectedAnswerError('POST /ims/token/v3', complaintOf(read.error));
  return read.data;
}

/** Seconds before its end from which a token is not used any more: requests and queries take time too. */
const reserve = 500;

/** Keeps one token and gets another shortly before it ends, or when it was refused. */
export function tokenSource(request: () => Promise<AccessToken>, now: () => number = Date.now): TokenSource {
  let current: { readonly token: string; readonly until: number } | undefined;
  let asked: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const { access_token: token, expires_in: seconds } = await request();
    current = { token, until: now() + Math.max(seconds - reserve, seconds / 2) * 1000 };
    return token;
  };
  return {
    token: async () => {
      if (current && now() < current.until) return current.token;
      asked ??= ask().finally(() => (asked = undefined));
      return await asked;
    },
    refused: (token) => {
      if (current?.token === token) current = undefined;
    },
  };
}
