import type { Context } from 'hono';
import type { Document } from '../store/documents';
import { Problem } from './problem';

/** The version of a document, of which none counts too. */
export function etagOf(document: Pick<Document<unknown>, 'revision'> | undefined): string {
  return `"${document?.revision ?? 0}"`;
}

/** Refuses a change by someone who has not seen the present version. */
export function requireMatch(
  c: Context,
  document: Pick<Document<unknown>, 'revision'> | undefined,
  options: { readonly optional: boolean },
): void {
  const match = c.req.header('if-match');
  if (match === undefined) {
    if (options.optional) return;
    throw new Problem(428, 'Precondition required', 'The header If-Match is missing');
  }
  // Clients send the value with and without its quotes.
  if (match === '*' || match.replaceAll('"', '') === etagOf(document).replaceAll('"', '')) return;
  throw new Problem(412, 'Precondition failed', 'It was changed since it was read. Read it again');
}
