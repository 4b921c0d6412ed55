import { Hono } from 'hono';
import { z } from 'zod';
import { newRegistryResource, newSchema, type RegistryResource } from '../../../platform/registryResource';
import type { XdmSchema } from '../../../platform/xdm';
import { insertSchema } from '../../store/schemas';
import { composeSchema } from '../../xdm/composeSchema';
import type { ResourceType } from '../../xdm/globalResource';
import { ownResource, type Registry } from '../../xdm/registry';
import { invalid, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkResource } from './checkResource';
import { currentRegistry } from './currentRegistry';
import { newIdentity, writeRegistry } from './registryWrites';
import { renamed } from './renamed';

const sentResource = z.looseObject({
  $id: z.string(),
  'meta:resourceType': z.enum(['schemas', 'classes', 'mixins', 'datatypes']),
  'meta:tenantNamespace': z.string().optional(),
});

/** Carries resources from one organization to another: a resource with all of the organization's that it is made of. */
export function exchangeRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/export/:id', async (c) => {
      const { id } = c.req.param();
      const registry = await currentRegistry(sandbox);
      const found = registry.schema(id) ?? registry.find(id);
      if (!found) throw notFound('resource', id);
      return c.json(withParts(registry, found));
    })
    .post('/import', async (c) => {
      const sent = await readJson(c, z.array(sentResource).min(1).max(100));
      return c.json(await writeRegistry(sandbox, (write) => importAll(sandbox, write, sent)), 201);
    });
}

/** The parts come first, so that each can be made before what is made of it. */
function withParts(registry: Registry, resource: RegistryResource | XdmSchema): readonly object[] {
  const found = new Map<string, object>();
  const visit = (each: RegistryResource | XdmSchema): void => {
    if (found.has(each.$id) || each['meta:tenantNamespace'] === undefined) return;
    for (const id of referencesIn(each)) {
      const part = registry.find(id);
      if (part) visit(part);
    }
    found.set(each.$id, written(each));
  };
  visit(resource);
  return [...found.values()];
}

/** A schema as it was written: its fields are those of its parts. */
function written(resource: RegistryResource | XdmSchema): object {
  const isSchema = resource['meta:resourceType'] === 'schemas';
  return isSchema ? { ...resource, properties: undefined, 'meta:descriptors': undefined } : resource;
}

function referencesIn(resource: object): readonly string[] {
  return [...JSON.stringify(resource).matchAll(/"\$ref":"([^"#][^"]*)"/g)].map(([, id]) => id as string);
}

type Write = Parameters<Parameters<typeof writeRegistry>[1]>[0];

async function importAll(
  sandbox: RestSandbox,
  { transaction, registry }: Write,
  sent: readonly z.output<typeof sentResource>[],
): Promise<readonly object[]> {
  const names = new Map<string, string>();
  const made = new Map<string, RegistryResource>();
  const find: Registry['find'] = (id) => made.get(id) ?? registry.find(id);
  const results: object[] = [];
  for (const resource of sent) {
    const type: ResourceType = resource['meta:resourceType'];
    const identity = newIdentity(sandbox, type, transaction.now);
    names.set(resource.$id, identity.$id);
    const tenant = resource['meta:tenantNamespace'];
    if (tenant !== undefined) names.set(tenant, sandbox.access.tenant);
    const body = renamed(resource, names);
    if (type === 'schemas') {
      const schema = composeSchema({ ...parsed(newSchema, body), ...identity }, find);
      await insertSchema(transaction.connection, schema);
      results.push(written(schema));
    } else {
      const part = { ...parsed(newRegistryResource, body), ...identity };
      checkResource(part, find, sandbox.access.tenant);
      await transaction.insert(ownResource, part.$id, part);
      made.set(part.$id, part);
      results.push(part);
    }
  }
  return results;
}

function parsed<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const read = schema.safeParse(body);
  if (!read.success) throw invalid(read.error);
  return read.data;
}
