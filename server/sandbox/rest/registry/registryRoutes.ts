import { Hono } from 'hono';
import { registryStats } from '../../../platform/registryStats';
import { listSchemas } from '../../store/schemas';
import { answer } from '../answer';
import type { RestEnvironment, RestSandbox } from '../restSandbox';
import { descriptorRoutes } from './descriptorRoutes';
import { schemaRoutes } from './schemaRoutes';

/** The Schema Registry. */
export function registryRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { access, services } = sandbox;
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.get('/stats', async (c) => {
    const schemas = await services.database.use(listSchemas);
    return answer(c, registryStats, {
      imsOrg: access.orgId,
      tenantId: access.tenant.slice(1),
      counts: { schemas: schemas.length },
      recentlyCreatedResources: [],
      recentlyUpdatedResources: [],
      classUsage: classUsage(schemas.map((schema) => schema['meta:class'])),
    });
  });
  routes.route('/tenant/schemas', schemaRoutes(sandbox));
  routes.route('/tenant/descriptors', descriptorRoutes(sandbox));
  return routes;
}

function classUsage(classes: readonly string[]): Readonly<Record<string, number>> {
  const usage: Record<string, number> = {};
  for (const each of classes) usage[each] = (usage[each] ?? 0) + 1;
  return usage;
}
