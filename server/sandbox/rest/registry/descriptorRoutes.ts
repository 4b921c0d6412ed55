import { randomBytes } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { xdmDescriptor, type XdmDescriptor, type XdmSchema } from '../../../platform/xdm';
import { replaceSchema } from '../../store/schemas';
import { answer } from '../answer';
import type { Registry } from '../../xdm/registry';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { readAccept, type RegistryForm } from './accept';
import { checkDescriptor } from './checkDescriptor';
import { currentRegistry } from './currentRegistry';
import { registryPage } from './registryPage';
import { writeRegistry } from './registryWrites';

/** What is said about fields beside their schemas: identities, labels, names for display. */
export function descriptorRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const descriptors = async (): Promise<readonly XdmDescriptor[]> =>
    (await currentRegistry(sandbox)).schemas.flatMap(descriptorsOf);
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const form = readAccept(c);
      const page = await registryPage(c, sandbox.services.database, await descriptors(), idOf);
      return c.json({ ...page, results: page.results.map((each) => descriptorView(each, form)) });
    })
    .get('/:id', async (c) => {
      readAccept(c);
      const { id } = c.req.param();
      const found = (await descriptors()).find((descriptor) => idOf(descriptor) === id);
      if (!found) throw notFound('descriptor', id);
      return answer(c, xdmDescriptor, found);
    })
    .post('/', async (c) => {
      const body = await readDescriptor(c);
      const descriptor = { 'xdm:sourceVersion': 1, ...body, '@id': randomBytes(20).toString('hex') };
      await writeRegistry(sandbox, ({ transaction, registry }) =>
        put(transaction.connection, described(registry, descriptor), descriptor),
      );
      return answer(c, xdmDescriptor, descriptor, 201);
    })
    .put('/:id', async (c) => {
      const body = await readDescriptor(c);
      const descriptor = { 'xdm:sourceVersion': 1, ...body, '@id': c.req.param('id') };
      await writeRegistry(sandbox, async ({ transaction, registry }) => {
        const before = without(descriptor['@id'], registry);
        if (before.$id !== descriptor['xdm:sourceSchema'])
          throw badRequest('xdm:sourceSchema cannot be changed');
        await put(transaction.connection, before, descriptor);
      });
      return answer(c, xdmDescriptor, descriptor);
    })
    .delete('/:id', async (c) => {
      await writeRegistry(sandbox, ({ transaction, registry }) =>
        replaceSchema(transaction.connection, without(c.req.param('id'), registry)),
      );
      return c.body(null, 204);
    });
}

/** Clients write labels under `xdm:label` too. */
async function readDescriptor(c: Context): Promise<XdmDescriptor> {
  const { 'xdm:label': label, ...body } = await readJson(
    c,
    xdmDescriptor.extend({ 'xdm:label': z.array(z.string()).optional() }),
  );
  return label ? { 'xdm:labels': label, ...body } : body;
}

/** The schema that a descriptor speaks of. */
function described(registry: Registry, descriptor: XdmDescriptor): XdmSchema {
  const id = descriptor['xdm:sourceSchema'];
  const schema = registry.schema(id);
  if (!schema) throw notFound('schema', id);
  return schema;
}

async function put(
  connection: DuckDBConnection,
  schema: XdmSchema,
  descriptor: XdmDescriptor,
): Promise<void> {
  checkDescriptor(schema, descriptor);
  await replaceSchema(connection, withDescriptors(schema, [...descriptorsOf(schema), descriptor]));
}

/** The schema that has the descriptor, without it. */
function without(id: string, registry: Registry): XdmSchema {
  const schema = registry.schemas.find((each) => descriptorsOf(each).some((one) => idOf(one) === id));
  if (!schema) throw notFound('descriptor', id);
  return withDescriptors(
    schema,
    descriptorsOf(schema).filter((each) => idOf(each) !== id),
  );
}

function descriptorsOf(schema: XdmSchema): readonly XdmDescriptor[] {
  return schema['meta:descriptors'] ?? [];
}

function withDescriptors(schema: XdmSchema, descriptors: readonly XdmDescriptor[]): XdmSchema {
  return { ...schema, 'meta:descriptors': [...descriptors] };
}

function idOf(descriptor: XdmDescriptor): string {
  return descriptor['@id'] ?? '';
}

function descriptorView(descriptor: XdmDescriptor, { items }: RegistryForm): unknown {
  switch (items) {
    case 'resource':
      return descriptor;
    case 'id':
      return idOf(descriptor);
    case 'link':
    case 'linkId':
      return `/tenant/descriptors/${idOf(descriptor)}`;
  }
}
