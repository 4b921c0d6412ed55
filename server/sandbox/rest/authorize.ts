import type { Context, MiddlewareHandler } from 'hono';
import { sameText } from '../access/sameText';
import { Problem } from './problem';
import type { RestClient, RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

/** Lets through who has a valid token and names the right organization and sandbox. */
export function authorize(sandbox: RestSandbox): MiddlewareHandler<RestEnvironment> {
  return async (c, next) => {
    const client = authenticate(c, sandbox);
    checkHeader(c, 'x-api-key', client.clientId);
    checkHeader(c, 'x-gw-ims-org-id', sandbox.access.orgId);
    // Sandboxes are the organization's, so their list is not asked of one of them.
    if (!c.req.path.startsWith('/data/foundation/sandbox-management'))
      checkSandbox(c, sandbox.access.sandbox);
    c.set('client', client);
    await next();
  };
}

function authenticate(c: Context<RestEnvironment>, sandbox: RestSandbox): RestClient {
  const [, token] = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw unauthorized('The header Authorization: Bearer {token} is missing');
  const check = sandbox.tokens.check(token);
  switch (check.status) {
    case 'valid':
      return { clientId: check.clientId, token, expiresAt: check.expiresAt };
    case 'expired':
      throw unauthorized('The access token is expired');
    case 'unknown':
      throw unauthorized('The access token is not valid');
  }
}

function unauthorized(detail: string): Problem {
  return new Problem(401, 'Unauthorized', detail, { 'www-authenticate': 'Bearer' });
}

function checkHeader(c: Context<RestEnvironment>, name: string, expected: string): void {
  const value = c.req.header(name);
  if (value === undefined) throw new Problem(403, 'Forbidden', `The header ${name} is missing`);
  if (!sameText(value, expected)) {
    throw new Problem(403, 'Forbidden', `The header ${name} does not belong to the access token`);
  }
}

/** A request without the header means the sandbox `prod`. */
function checkSandbox(c: Context<RestEnvironment>, expected: string): void {
  const name = c.req.header('x-sandbox-name') ?? 'prod';
  if (name === expected) return;
  throw new Problem(403, 'Forbidden', `The sandbox "${name}" does not exist, or this client may not use it`);
}
