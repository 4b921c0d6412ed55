import type { Context } from 'hono';
import type { z } from 'zod';
import { jsonComplaint } from './jsonComplaint';
import { badRequest, invalid, Problem } from './problem';
import { readBody } from './readBody';

/** The JSON body of a request, as `schema` says; otherwise a problem that names the field. */
export async function readJson<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  checkContentType(c);
  const text = await readBody(c);
  const complaint = jsonComplaint(text);
  if (complaint !== undefined) throw badRequest(complaint);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON');
  }
  const read = schema.safeParse(body);
  if (!read.success) throw invalid(read.error);
  return read.data;
}

/** Many clients name no type, and curl names that of forms unless it is told otherwise: only what is surely wrong is refused. */
function checkContentType(c: Context): void {
  const type = c.req.header('content-type') ?? '';
  if (!/^(?:multipart|image|audio|video)\/|^(?:application|text)\/(?:xml|html|csv)\b/i.test(type)) return;
  throw new Problem(415, 'Unsupported media type', `Content-Type must be application/json, not ${type}`);
}

export interface PageRequest {
  readonly start: number;
  readonly limit: number;
}

/** `start` counts items from 0. */
export function readPage(
  c: Context,
  options: { readonly limit: number; readonly most: number; readonly start?: string },
): PageRequest {
  return {
    start: readCount(c, options.start ?? 'start', { absent: 0, from: 0, to: Number.MAX_SAFE_INTEGER }),
    limit: readCount(c, 'limit', { absent: options.limit, from: 1, to: options.most }),
  };
}

function readCount(
  c: Context,
  name: string,
  { absent, from, to }: { readonly absent: number; readonly from: number; readonly to: number },
): number {
  const text = c.req.query(name);
  if (text === undefined) return absent;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw badRequest(`${name} must be a whole number from ${from} to ${to}`);
}
