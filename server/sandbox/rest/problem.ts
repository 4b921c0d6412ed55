import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { complaintOf, type ProblemDocument } from '../../platform/errors';
import type { RestEnvironment } from './restEnvironment';

/** A request that is refused; thrown by a route, answered as a problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: ContentfulStatusCode,
    readonly title: string,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${title}: ${detail}`);
  }
}

export function badRequest(detail: string): Problem {
  return new Problem(400, 'Bad request', detail);
}

export function notFound(what: string, id: string): Problem {
  return new Problem(404, 'Not found', `There is no ${what} with the id ${id}`);
}

export function notSupported(what: string): Problem {
  return new Problem(501, 'Not supported', `The local sandbox does not support ${what}`);
}

/** What a zod schema has against a request, with the name of the field. */
export function invalid(error: z.ZodError): Problem {
  return badRequest(complaintOf(error));
}

export function problemAnswer(c: Context<RestEnvironment>, problem: Problem): Response {
  const requestId = c.get('requestId');
  const document: ProblemDocument = {
    type: `http://ns.adobe.com/aep/errors/${serviceOf(c.req.path)}-1000-${problem.status}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    report: { requestId },
  };
  return c.json(document, problem.status, { 'content-type': 'application/problem+json', ...problem.headers });
}

const services: readonly (readonly [prefix: string, code: string])[] = [
  ['/data/foundation/catalog', 'CTLG'],
  ['/data/foundation/schemaregistry', 'XDM'],
  ['/data/foundation/query', 'QS'],
  ['/data/foundation/sandbox-management', 'SMS'],
  ['/data/foundation/dulepolicy', 'DULEPOLICY'],
  ['/data/foundation/dataset', 'DATASET'],
  ['/data/foundation/flowservice', 'FLOW'],
  ['/data/foundation/import', 'INGEST'],
  ['/data/foundation/export', 'EXPORT'],
  ['/data/core/ups', 'UPSEG'],
  ['/data/foundation/access-control', 'ACCESS'],
];

function serviceOf(path: string): string {
  return services.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'AEP';
}
