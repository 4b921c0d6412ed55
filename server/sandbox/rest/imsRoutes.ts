import { Hono, type Context } from 'hono';
import { accessToken, tokenProblem } from '../../platform/ims';
import { sameText } from '../access/sameText';
import { hasSecret } from '../access/technicalAccounts';
import { answer } from './answer';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

const parameters = ['grant_type', 'client_id', 'client_secret', 'scope'] as const;

/** The scopes that credentials of the Platform's projects come with. */
const scopes: ReadonlySet<string> = new Set([
  'openid',
  'AdobeID',
  'session',
  'read_organizations',
  'additional_info',
  'additional_info.job_function',
  'additional_info.projectedProductContext',
  'additional_info.roles',
  'adobeio_api',
  'read_client_secret',
  'manage_client_secrets',
  'profile',
  'email',
]);

/** The token endpoint, which has its own form of errors: that of OAuth. */
export function imsRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const routes = new Hono<RestEnvironment>({ strict: false });
  const exchange = async (c: Context<RestEnvironment>): Promise<Response> => {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      return refuse(c, 400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
    }
    const form = new URLSearchParams(await c.req.text());
    const missing = parameters.find((name) => !form.get(name));
    if (missing !== undefined) return refuse(c, 400, 'invalid_request', `${missing} is missing`);
    const repeated = parameters.find((name) => form.getAll(name).length > 1);
    if (repeated !== undefined) return refuse(c, 400, 'invalid_request', `${repeated} is given twice`);
    if (form.get('grant_type') !== 'client_credentials') {
      return refuse(c, 400, 'unsupported_grant_type', 'grant_type must be client_credentials');
    }
    const unknown = (form.get('scope') as string)
      .split(/[\s,]+/)
      .find((scope) => scope !== '' && !scopes.has(scope));
    if (unknown !== undefined) return refuse(c, 400, 'invalid_scope', `There is no scope "${unknown}"`);
    const clientId = form.get('client_id') as string;
    if (!(await isKnown(sandbox, clientId, form.get('client_secret') as string))) {
      return refuse(c, 401, 'invalid_client', 'The client id or the client secret is wrong');
    }
    const { token, expiresInSeconds } = sandbox.tokens.issue(clientId);
    const issued = { token_type: 'bearer', access_token: token, expires_in: expiresInSeconds };
    c.header('cache-control', 'no-store');
    return answer(c, accessToken, issued);
  };
  return routes.post('/token/v2', exchange).post('/token/v3', exchange);
}

/** The folder's own credentials, and those of the accounts that were made. */
async function isKnown(
  { access, documents }: RestSandbox,
  clientId: string,
  secret: string,
): Promise<boolean> {
  const secretIsOwn = sameText(secret, access.clientSecret);
  const isAccount = await hasSecret(documents, clientId, secret);
  return sameText(clientId, access.clientId) ? secretIsOwn : isAccount;
}

function refuse(c: Context, status: 400 | 401, error: string, description: string): Response {
  return answer(c, tokenProblem, { error, error_description: description }, status);
}
