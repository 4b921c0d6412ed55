import { z } from 'zod';

/** How the Platform's services describe a failure. What the gateway refuses itself has other keys. */
export const problemDocument = z.looseObject({
  type: z.string().optional(),
  title: z.string().optional(),
  status: z.number().optional(),
  detail: z.string().optional(),
  report: z.looseObject({ requestId: z.string().optional() }).optional(),
});

export type ProblemDocument = z.infer<typeof problemDocument>;

/** The forms in which the gateway, the token endpoint and older services say the same. */
const otherProblem = z.looseObject({
  error: z.string().optional(),
  error_description: z.string().optional(),
  error_code: z.union([z.string(), z.number()]).optional(),
  message: z.string().optional(),
});

/** The Platform refused a request, or failed at it. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    /** Of HTTP. */
    readonly status: number,
    readonly title: string,
    readonly detail: string | undefined,
    /** What the Platform's support asks for. */
    readonly requestId: string | undefined,
  ) {
    const said = detail === undefined || detail === title ? title : `${title}: ${detail}`;
    super(`The Platform answered ${status}. ${said}`);
  }
}

/** No answer came: the network, the address, or a service that is down. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(origin: string, options: ErrorOptions) {
    super(`Nothing answers at ${origin}. Check the address of the connection and the network.`, options);
  }
}

/** The Platform answered something that we cannot read. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';

  constructor(request: string, complaint: string) {
    super(`The answer to ${request} is not as documented: ${complaint}`);
  }
}

/** The error that an answer of 400 or more stands for. */
export function platformError(status: number, headers: Headers, body: unknown): PlatformError {
  const problem = problemDocument.safeParse(body).data ?? {};
  const other = otherProblem.safeParse(body).data ?? {};
  return new PlatformError(
    status,
    problem.title ?? other.error ?? other.message ?? titles[status] ?? 'The request failed',
    problem.detail ?? other.error_description ?? (problem.title === undefined ? undefined : other.message),
    problem.report?.requestId ?? headers.get('x-request-id') ?? undefined,
  );
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'The access token is missing, wrong or expired',
  403: 'A permission is missing',
  404: 'There is no such resource',
  413: 'The request is too large',
  429: 'Too many requests',
  503: 'The service is not available at the moment',
};

/** What is wrong first with a value, and where: `results[0].$id: expected string`. */
export function complaintOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'the value is not allowed';
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return path === '' ? issue.message : `${path.replace(/^\./, '')}: ${issue.message}`;
}
