import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { UnexpectedAnswerError, UnreachableError, complaintOf, platformError } from './errors';

/** Which part of the Platform is meant, and who asks. */
export interface PlatformAccess {
  /** `https://platform.adobe.io`, or the base address of a local sandbox. */
  readonly endpoint: string;
  readonly orgId: string;
  readonly sandbox: string;
  readonly clientId: string;
  readonly tokens: TokenSource;
}

export interface TokenSource {
  /** A token that is valid for some time yet. */
  readonly token: () => Promise<string>;
  /** Tells that the Platform refused `token`, so that it is not given again. */
  readonly refused: (token: string) => void;
}

export interface PlatformCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root: `/data/foundation/catalog/dataSets`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is bytes. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The Platform, as someone may use it. */
export interface Platform {
  readonly access: PlatformAccess;
  /** Sends a call and reads its answer. Throws a `PlatformError`, `UnreachableError` or `UnexpectedAnswerError`. */
  readonly call: <T extends z.ZodType>(answer: T, call: PlatformCall) => Promise<z.output<T>>;
  /** The same for an answer whose headers or bytes matter. */
  readonly send: (call: PlatformCall) => Promise<Response>;
}

export interface PlatformOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Waits before a request is sent again. */
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export function openPlatform(access: PlatformAccess, options: PlatformOptions = {}): Platform {
  const sending: Sending = { access, fetch: options.fetch ?? globalThis.fetch, wait: options.wait ?? pause };
  return {
    access,
    send: (call) => sendCall(sending, call),
    call: async (answer, call) => readAnswer(answer, call, await sendCall(sending, call)),
  };
}

type Sending = Required<PlatformOptions> & { readonly access: PlatformAccess };

/** Answers that may be better a little later. */
const passing = new Set([429, 500, 502, 503, 504]);
const mostAttempts = 3;

async function sendCall(sending: Sending, call: PlatformCall): Promise<Response> {
  let refused = false;
  for (let attempt = 1; ; attempt++) {
    const token = await sending.access.tokens.token();
    const response = await fetchOnce(sending, call, token);
    if (response.ok) return response;
    const body = await readBody(response);
    if (response.status === 401 && !refused) {
      sending.access.tokens.refused(token);
      refused = true;
    } else if (passing.has(response.status) && attempt < mostAttempts && isRepeatable(call)) {
      await sending.wait(delayOf(response, attempt), call.signal);
    } else {
      throw platformError(response.status, response.headers, body);
    }
  }
}

/** A repeated POST or PATCH could do its work twice. */
function isRepeatable(call: PlatformCall): boolean {
  return call.method !== 'POST' && call.method !== 'PATCH';
}

function delayOf(response: Response, attempt: number): number {
  const asked = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(asked) ? Math.min(asked, 30) * 1000 : 500 * 2 ** (attempt - 1);
}

async function fetchOnce({ access, fetch }: Sending, call: PlatformCall, token: string): Promise<Response> {
  const bytes = call.body instanceof Uint8Array || call.body instanceof ReadableStream;
  const headers = {
    Authorization: `Bearer ${token}`,
    'x-api-key': access.clientId,
    'x-gw-ims-org-id': access.orgId,
    'x-sandbox-name': access.sandbox,
    Accept: 'application/json',
    ...(call.body === undefined
      ? {}
      : { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' }),
    ...call.headers,
  };
  const init: RequestInit = {
    method: call.method,
    headers,
    signal: call.signal ?? null,
    redirect: 'error',
    // A stream is sent only with this.
    duplex: 'half',
    ...(call.body === undefined
      ? {}
      : { body: bytes ? (call.body as Uint8Array<ArrayBuffer>) : JSON.stringify(call.body) }),
  };
  return await reach(urlOf(access.endpoint, call), (url) => fetch(url, init));
}

export function urlOf(endpoint: string, call: Pick<PlatformCall, 'path' | 'query'>): URL {
  const url = new URL(endpoint.replace(/\/+$/, '') + call.path);
  for (const [key, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

/** Names the place when no answer comes from it. */
export async function reach(url: URL, send: (url: URL) => Promise<Response>): Promise<Response> {
  try {
    return await send(url);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new UnreachableError(url.origin, { cause: error });
  }
}

async function readAnswer<T extends z.ZodType>(
  answer: T,
  call: PlatformCall,
  response: Response,
): Promise<z.output<T>> {
  const read = answer.safeParse(await readBody(response));
  if (read.success) return read.data;
  throw new UnexpectedAnswerError(`${call.method} ${call.path}`, complaintOf(read.error));
}

/** The body as JSON; as text where it is none, and `undefined` where it is empty. */
export async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(milliseconds, undefined, signal ? { signal } : {});
}
