import { openPlatform, type Platform } from '../../server/platform/http';
import { requestToken, tokenSource } from '../../server/platform/ims';
import type { SandboxReady } from '../../server/protocol/sandbox';

/** Our own client, logged in to a sandbox. */
export function platformOf(ready: SandboxReady): Platform {
  return openPlatform({
    endpoint: ready.http,
    orgId: ready.orgId,
    sandbox: ready.sandbox,
    clientId: ready.clientId,
    tokens: tokenSource(() => requestToken(ready.http, ready)),
  });
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is some, else text. */
  readonly body: unknown;
  readonly text: string;
}

/** Sends a request as written, with a valid token unless `headers` say otherwise; an empty header is left out. */
export async function sendRaw(
  ready: SandboxReady,
  path: string,
  init: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: NonNullable<RequestInit['body']>;
  } = {},
): Promise<RawAnswer> {
  const { access_token: token } = await requestToken(ready.http, ready);
  const headers = {
    Authorization: `Bearer ${token}`,
    'x-api-key': ready.clientId,
    'x-gw-ims-org-id': ready.orgId,
    'x-sandbox-name': ready.sandbox,
    ...init.headers,
  };
  const response = await fetch(ready.http + path, {
    ...init,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
  });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
  const { status, headers: answered } = response;
  return { status, headers: answered, body: isJson ? JSON.parse(text) : text, text };
}
