import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';

/** Answers `value` as JSON; the schema, which clients read the answer with, checks it when it is compiled. */
export function answer<T extends z.ZodType>(
  c: Context,
  _schema: T,
  value: z.input<T>,
  status: ContentfulStatusCode = 200,
): Response {
  return c.json(value as object, status);
}
