import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import {
  effectivePolicies,
  madeTechnicalAccount,
  newTechnicalAccount,
} from '../../../platform/accessControl';
import { mayDo, type ClientAccess } from '../../access/clientAccess';
import { findPermission, permissions, type Permission } from '../../access/permissions';
import { makeAccount, technicalAccount } from '../../access/technicalAccounts';
import { answer } from '../answer';
import { badRequest, notFound, notSupported, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { labelPolicy } from './labelPolicy';
import { roleRoutes } from './roleRoutes';

/** Access Control: what there is to allow, what the client may do, and for administrators roles and accounts. */
export function accessControlRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const policy = labelPolicy(sandbox.access);
  return new Hono<RestEnvironment>({ strict: false })
    .get('/acl/reference', (c) => c.json(reference))
    .post('/acl/effective-policies', async (c) => {
      const urls = await readJson(c, z.array(z.string()).min(1).max(1000));
      const access = c.get('access');
      const policies = Object.fromEntries(urls.map((url) => [url, allowedAt(url, access)]));
      return answer(c, effectivePolicies, { policies });
    })
    .use('/administration/*', administratorsOnly)
    .route('/administration/roles', roleRoutes(sandbox))
    .route('/administration/technical-accounts', accountRoutes(sandbox))
    .get('/administration/policies', (c) => c.json({ items: [policy], _page: { count: 1 }, _links: {} }))
    .get('/administration/policies/:id', (c) => {
      if (c.req.param('id') !== policy.id) throw notFound('access policy', c.req.param('id'));
      return c.json(policy);
    })
    .on(
      ['POST', 'PUT', 'PATCH', 'DELETE'],
      ['/administration/policies', '/administration/policies/*'],
      () => {
        throw notSupported('access policies other than that of labels, or changes of it');
      },
    )
    .all('/administration/products/*', () => {
      throw notSupported('products');
    });
}

const administratorsOnly: MiddlewareHandler<RestEnvironment> = async (c, next) => {
  if (!c.get('access').isAdministrator) {
    throw new Problem(403, 'Forbidden', 'Roles and accounts are for the administrator of the sandbox');
  }
  await next();
};

/** Accounts beside the folder's own. On the Platform they are made in the Developer Console. */
function accountRoutes({ documents }: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const items = (await documents.list(technicalAccount)).map(({ id, body }) => ({
        name: body.name,
        clientId: id,
        technicalAccountId: body.technicalAccountId,
      }));
      return c.json({ items });
    })
    .post('/', async (c) => {
      const { name } = await readJson(c, newTechnicalAccount);
      return answer(c, madeTechnicalAccount, { ...(await makeAccount(documents, name)) }, 201);
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await documents.remove(technicalAccount, id))) throw notFound('technical account', id);
      return c.body(null, 204);
    });
}

const resources = [...new Set(permissions.map(({ resource }) => resource))];

const reference = {
  permissions: Object.fromEntries(
    permissions.map(({ id, resource, actions }) => [
      `/permissions/${id}`,
      { [`/resource-types/${resource}`]: actions },
    ]),
  ),
  'resource-types': Object.fromEntries(
    resources.map((resource) => [`/resource-types/${resource}`, actionsOn(resource, permissions)]),
  ),
};

function allowedAt(url: string, access: ClientAccess): string[] {
  const [, kind, name = ''] = /^\/(permissions|resource-types)\/([\w-]+)$/.exec(url) ?? [];
  const allowed = permissions.filter(({ id }) => mayDo(access, [id]));
  if (kind === 'permissions') {
    const permission = findPermission(name);
    if (!permission) throw badRequest(`There is no permission ${url}`);
    return allowed.includes(permission) ? [...permission.actions] : [];
  }
  const resource = resources.find((each) => each === name || each === `${name}s`);
  if (kind === undefined || resource === undefined) throw badRequest(`There is no resource type ${url}`);
  return actionsOn(resource, allowed);
}

function actionsOn(resource: string, among: readonly Permission[]): string[] {
  return [...new Set(among.filter((each) => each.resource === resource).flatMap(({ actions }) => actions))];
}
