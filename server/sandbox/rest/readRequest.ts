import type { Context } from 'hono';
import type { z } from 'zod';
import { badRequest, invalid } from './problem';

/** The JSON body of a request, as `schema` says; otherwise a problem that names the field. */
export async function readJson<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON');
  }
  if (depthOf(text) > deepestNesting) throw badRequest('The body is nested too deeply');
  const read = schema.safeParse(body);
  if (!read.success) throw invalid(read.error);
  return read.data;
}

/** Schemas nest to about a dozen levels; what walks a body calls itself for each. */
const deepestNesting = 200;

function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
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
