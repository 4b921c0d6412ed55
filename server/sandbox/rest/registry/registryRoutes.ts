import { Hono } from 'hono';
import { registryStats } from '../../../platform/registryStats';
import { sampleRecord } from '../../xdm/sampleRecord';
import { answer } from '../answer';
import { notFound, notSupported } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { descriptorRoutes } from './descriptorRoutes';
import { currentRegistry } from './currentRegistry';
import { exchangeRoutes } from './exchangeRoutes';
import { resourceRoutes } from './resourceRoutes';
import { schemaRoutes } from './schemaRoutes';
import { unionRoutes, unionsOf } from './unionRoutes';

/** The Schema Registry. */
export function registryRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { access } = sandbox;
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.get('/stats', async (c) => {
    const { schemas, resources } = await currentRegistry(sandbox);
    return answer(c, registryStats, {
      imsOrg: access.orgId,
      tenantId: access.tenant.slice(1),
      counts: {
        schemas: schemas.length,
        classes: resources('tenant', 'classes').length,
        mixins: resources('tenant', 'mixins').length,
        datatypes: resources('tenant', 'datatypes').length,
        unions: unionsOf(schemas).length,
      },
      classUsage: countOf(schemas.map((schema) => schema['meta:class'])),
    });
  });
  routes.route('/tenant/schemas', schemaRoutes(sandbox));
  routes.route('/tenant/descriptors', descriptorRoutes(sandbox));
  routes.route('/tenant/unions', unionRoutes(sandbox));
  routes.route('/global/behaviors', resourceRoutes(sandbox, 'global', 'behaviors'));
  for (const container of ['global', 'tenant'] as const) {
    routes.route(`/${container}/classes`, resourceRoutes(sandbox, container, 'classes'));
    routes.route(`/${container}/datatypes`, resourceRoutes(sandbox, container, 'datatypes'));
    for (const name of ['fieldgroups', 'mixins']) {
      routes.route(`/${container}/${name}`, resourceRoutes(sandbox, container, 'mixins'));
    }
  }
  routes.route('/global/schemas', resourceRoutes(sandbox, 'global', 'schemas'));
  routes.get('/rpc/sampledata/:id', async (c) => {
    const { id } = c.req.param();
    const schema = (await currentRegistry(sandbox)).schema(id);
    if (!schema) throw notFound('schema', id);
    return c.json(sampleRecord(schema.properties));
  });
  routes.route('/rpc', exchangeRoutes(sandbox));
  routes.all('/rpc/*', () => {
    throw notSupported('the history of schemas');
  });
  return routes;
}

function countOf(names: readonly string[]): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const name of names) count[name] = (count[name] ?? 0) + 1;
  return count;
}
