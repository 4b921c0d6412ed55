import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import { mappingSet, newMappingSet } from '../../../platform/mappingSets';
import { checkMappings } from '../../flow/mappedRows';
import { LoadProblem } from '../../ingest/loadProblem';
import { readSchema } from '../../store/datasets';
import type { DocumentKind } from '../../store/documents';
import { answer } from '../answer';
import { badRequest, notFound, notSupported } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** Where the columns of imported files go. */
export const storedMappingSet: DocumentKind<z.output<typeof newMappingSet>> = {
  name: 'mappingSet',
  body: newMappingSet,
};

/** Data Prep, as far as columns are put into fields. */
export function mappingRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/mappingSets/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedMappingSet, id);
      if (!found) throw notFound('mapping set', id);
      return answer(c, mappingSet, { id, ...found.body });
    })
    .post('/mappingSets', async (c) => {
      const body = await readMappings(c, sandbox);
      const { id } = await documents.insert(storedMappingSet, randomUUID().replaceAll('-', ''), body);
      return answer(c, mappingSet, { id, ...body }, 201);
    })
    .post('/mappingSets/validate', async (c) => {
      const { mappings } = await readMappings(c, sandbox);
      return c.json({ valid: true, mappings });
    });
}

async function readMappings(c: Context, { services }: RestSandbox): Promise<z.output<typeof newMappingSet>> {
  const body = await readJson(c, newMappingSet);
  const computed = body.mappings.find(
    ({ sourceType = 'ATTRIBUTE' }) => sourceType.toUpperCase() !== 'ATTRIBUTE',
  );
  if (computed) throw notSupported(`mappings of the type ${computed.sourceType ?? ''}`);
  const schema = await services.database.use((connection) => readSchema(connection, body.xdmSchema));
  if (!schema) throw badRequest(`xdmSchema: there is no schema ${body.xdmSchema}`);
  try {
    checkMappings(body.mappings, schema.properties);
  } catch (error) {
    throw error instanceof LoadProblem ? badRequest(error.message) : error;
  }
  return body;
}
