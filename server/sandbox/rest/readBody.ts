import { createGunzip } from 'node:zlib';
import type { Context } from 'hono';
import { badRequest, Problem } from './problem';

/** Bytes of a body that is read as a whole, also once it is unpacked. */
export const largestBody = 4 << 20;

/** The body of a request as text; refuses what is not UTF-8, and packings other than gzip. */
export async function readBody(c: Context): Promise<string> {
  const charset = /;\s*charset=["']?([\w-]+)/i.exec(c.req.header('content-type') ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$|^us-ascii$/i.test(charset)) {
    throw unsupported(`Content-Type must say charset=utf-8, not ${charset}`);
  }
  const packed = await c.req.arrayBuffer();
  const bytes = isPacked(c) ? await unpacked(Buffer.from(packed)) : packed;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('The body is not UTF-8');
  }
}

/** Whether a body comes in gzip. */
export function isPacked(c: Context): boolean {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'gzip' || encoding === 'x-gzip') return true;
  if (encoding === 'identity' || encoding === '') return false;
  throw unsupported(`Content-Encoding must be gzip or absent, not ${encoding}`);
}

async function unpacked(bytes: Buffer): Promise<Buffer> {
  const gunzip = createGunzip();
  gunzip.end(bytes);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of gunzip as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largestBody) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof Problem ? error : notGzip();
  }
  return Buffer.concat(parts);
}

export function notGzip(): Problem {
  return badRequest('The body is not complete gzip, which Content-Encoding says it is');
}

export function tooLarge(): Problem {
  return new Problem(413, 'Request too large', `A body may have ${largestBody} bytes at most`);
}

function unsupported(detail: string): Problem {
  return new Problem(415, 'Unsupported media type', detail);
}
