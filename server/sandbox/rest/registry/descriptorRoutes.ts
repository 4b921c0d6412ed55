import { Hono } from 'hono';
import type { XdmDescriptor } from '../../../platform/xdm';
import { listSchemas } from '../../store/schemas';
import { notFound } from '../problem';
import type { RestEnvironment, RestSandbox } from '../restSandbox';
import { readAccept, type RegistryForm } from './accept';
import { registryPage } from './registryPage';

/** What is said about fields beside their schemas: identities, labels, names for display. */
export function descriptorRoutes({ services: { database } }: RestSandbox): Hono<RestEnvironment> {
  const descriptors = async (): Promise<readonly XdmDescriptor[]> =>
    (await database.use(listSchemas)).flatMap((schema) => schema['meta:descriptors'] ?? []);
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const form = readAccept(c);
      const page = await registryPage(c, database, await descriptors(), idOf);
      return c.json({ ...page, results: page.results.map((descriptor) => descriptorView(descriptor, form)) });
    })
    .get('/:id', async (c) => {
      readAccept(c);
      const { id } = c.req.param();
      const found = (await descriptors()).find((descriptor) => idOf(descriptor) === id);
      if (!found) throw notFound('descriptor', id);
      return c.json(found);
    });
}

function idOf(descriptor: XdmDescriptor): string {
  return descriptor['@id'] ?? '';
}

function descriptorView(descriptor: XdmDescriptor, { items }: RegistryForm): unknown {
  const link = `/tenant/descriptors/${idOf(descriptor)}`;
  switch (items) {
    case 'resource':
      return descriptor;
    case 'id':
      return idOf(descriptor);
    case 'link':
    case 'linkId':
      return link;
  }
}
