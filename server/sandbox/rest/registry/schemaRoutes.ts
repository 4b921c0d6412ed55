import { Hono } from 'hono';
import { listSchemas } from '../../store/schemas';
import { notFound, Problem } from '../problem';
import type { RestEnvironment, RestSandbox } from '../restSandbox';
import { readAccept } from './accept';
import { registryPage } from './registryPage';
import { schemaView, summaryOf } from './schemaView';

/** Schemas of the organization, those that queries made among them. */
export function schemaRoutes({ services: { database } }: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const form = readAccept(c);
      const schemas = await database.use(listSchemas);
      const page = await registryPage(c, database, schemas, (schema) => schema['meta:altId']);
      const results = page.results.map((schema) =>
        form.items === 'resource' ? schemaView(schema, form) : summaryOf(schema),
      );
      return c.json({ ...page, results });
    })
    .get('/:id', async (c) => {
      const form = readAccept(c);
      const { id } = c.req.param();
      const schemas = await database.use(listSchemas);
      const schema = schemas.find((each) => each.$id === id || each['meta:altId'] === id);
      if (!schema) throw notFound('schema', id);
      const major = Number.parseInt(schema.version, 10);
      if (form.version !== undefined && form.version !== major) {
        throw new Problem(404, 'Not found', `The schema ${id} has no version ${form.version}`);
      }
      return c.json(schemaView(schema, form));
    });
}
