import { Hono } from 'hono';
import { newRegistryResource, type RegistryResource } from '../../../platform/registryResource';
import type { ResourceType } from '../../xdm/globalResource';
import { ownResource, type Container } from '../../xdm/registry';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { badRequest, invalid, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { readAccept } from './accept';
import { checkResource } from './checkResource';
import { currentRegistry } from './currentRegistry';
import { registryPage } from './registryPage';
import { newIdentity, nextVersion, recomposeSchemas, writeRegistry } from './registryWrites';
import { resourceView, summaryOf } from './resourceView';

/** Classes, field groups, data types and behaviors. What is global can only be read. */
export function resourceRoutes(
  sandbox: RestSandbox,
  container: Container,
  type: ResourceType,
): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.get('/', async (c) => {
    const form = readAccept(c);
    const registry = await currentRegistry(sandbox);
    const all = registry.resources(container, type);
    const page = await registryPage(c, database, all, (resource) => resource['meta:altId']);
    const results = page.results.map((resource) =>
      form.items === 'resource' ? resourceView(resource, form, registry) : summaryOf(resource),
    );
    return c.json({ ...page, results });
  });
  routes.get('/:id', async (c) => {
    const form = readAccept(c);
    const registry = await currentRegistry(sandbox);
    // Whoever looks one up need not know whether it is Adobe's or the organization's.
    const known = [...registry.resources(container, type), ...registry.resources('global', type)];
    return c.json(resourceView(findOne(known, type, c.req.param('id')), form, registry));
  });
  return container === 'tenant' ? withWrites(routes, sandbox, type) : routes;
}

type NewResource = ReturnType<typeof newRegistryResource.parse>;

function withWrites(
  routes: Hono<RestEnvironment>,
  sandbox: RestSandbox,
  type: ResourceType,
): Hono<RestEnvironment> {
  return routes
    .post('/', async (c) => {
      const body = await readJson(c, newRegistryResource);
      const resource = await writeRegistry(sandbox, async ({ transaction, registry }) => {
        const made = { ...body, ...newIdentity(sandbox, type, transaction.now) };
        checkResource(made, registry.find, sandbox.access.tenant);
        await transaction.insert(ownResource, made.$id, made);
        return made;
      });
      return c.json(resource, 201);
    })
    .put('/:id', async (c) => {
      const body = await readJson(c, newRegistryResource);
      return c.json(await change(sandbox, type, c.req.param('id'), () => body));
    })
    .patch('/:id', async (c) => {
      const patch = await readJson(c, jsonPatch);
      const patched = (before: RegistryResource): NewResource => {
        const read = newRegistryResource.safeParse(applyJsonPatch(before, patch));
        if (!read.success) throw invalid(read.error);
        return read.data;
      };
      return c.json(await change(sandbox, type, c.req.param('id'), patched));
    })
    .delete('/:id', async (c) => {
      await writeRegistry(sandbox, async ({ transaction, registry }) => {
        const { $id } = findOne(registry.resources('tenant', type), type, c.req.param('id'));
        const user = registry.schemas.find((schema) => schema['meta:extends']?.includes($id));
        if (user) throw badRequest(`The schema "${user.title}" is made of it. Change the schema first`);
        await transaction.remove(ownResource, $id);
      });
      return c.body(null, 204);
    });
}

async function change(
  sandbox: RestSandbox,
  type: ResourceType,
  id: string,
  make: (before: RegistryResource) => NewResource,
): Promise<RegistryResource> {
  return await writeRegistry(sandbox, async (write) => {
    const before = findOne(write.registry.resources('tenant', type), type, id);
    const { $id, 'meta:altId': altId, 'meta:resourceType': kind, version } = before;
    const made = { ...before, ...make(before), $id, 'meta:altId': altId, 'meta:resourceType': kind, version };
    const after = nextVersion(made, write.transaction.now);
    checkResource(after, write.registry.find, sandbox.access.tenant);
    await write.transaction.update(ownResource, $id, () => after);
    await recomposeSchemas(write, after);
    return after;
  });
}

function findOne(resources: readonly RegistryResource[], type: ResourceType, id: string): RegistryResource {
  const found = resources.find((resource) => resource.$id === id || resource['meta:altId'] === id);
  if (!found) throw notFound(names[type], id);
  return found;
}

const names: Readonly<Record<ResourceType, string>> = {
  schemas: 'schema',
  classes: 'class',
  mixins: 'field group',
  datatypes: 'data type',
  behaviors: 'behavior',
  unions: 'union',
};
