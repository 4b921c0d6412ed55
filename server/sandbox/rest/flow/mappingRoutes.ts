import { Hono, type Context } from 'hono';
import {
  fieldMapping,
  keptMapping,
  mappingSet,
  mappingSetList,
  newMappingSet,
  type FieldMapping,
} from '../../../platform/mappingSets';
import { checkMappings } from '../../ingest/fieldMappings';
import { storedFlow } from '../../flow/storedFlow';
import { LoadProblem } from '../../ingest/loadProblem';
import { readSchema } from '../../store/datasets';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { meeting, readConditions } from '../conditions';
import { badRequest, notFound, notSupported } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import {
  mappingSetView,
  newMappingId,
  storedMappingSet,
  withId,
  type StoredMappingSet,
} from './storedMappingSet';

/** Data Prep, as far as columns are put into fields. */
export function mappingRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/mappingSets', async (c) => {
      const { start, limit } = readPage(c, { limit: 100, most: 1000 });
      const all = (await documents.list(storedMappingSet)).toReversed().map(mappingSetView);
      const name = c.req.query('name');
      const named = all.filter((set) => name === undefined || set.name === name);
      const met = await meeting(sandbox.services.database, named, readConditions(c.req.queries('property')));
      return answer(c, mappingSetList, { data: [...met.slice(start, start + limit)] });
    })
    .post('/mappingSets', async (c) => {
      const made = await documents.insert(storedMappingSet, newMappingId(), await readMappingSet(c, sandbox));
      return answer(c, mappingSet, mappingSetView(made), 201);
    })
    .post('/mappingSets/validate', async (c) => {
      const { mappings } = await readMappingSet(c, sandbox);
      return c.json({ valid: true, mappings });
    })
    .get('/mappingSets/suggestion', () => {
      throw notSupported('suggestions of mappings');
    })
    .get('/mappingSets/:id', async (c) =>
      answer(c, mappingSet, mappingSetView(await findSet(sandbox, c.req.param('id')))),
    )
    .put('/mappingSets/:id', async (c) => {
      const { id } = await findSet(sandbox, c.req.param('id'));
      const body = await readMappingSet(c, sandbox);
      return answer(c, mappingSet, mappingSetView(await changeSet(sandbox, id, () => body)));
    })
    .delete('/mappingSets/:id', async (c) => {
      const { id } = await findSet(sandbox, c.req.param('id'));
      const user = (await documents.list(storedFlow)).find(({ body }) =>
        body.transformations?.some(({ params }) => params.mappingId === id),
      );
      if (user) throw badRequest(`The flow "${user.body.name}" uses the mapping set. Delete the flow first`);
      await documents.remove(storedMappingSet, id);
      return c.body(null, 204);
    })
    .route('/mappingSets/:set/mappings', setMappingRoutes(sandbox));
}

/** The mappings of a set, one by one. */
function setMappingRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const setId = (c: Context): string => c.req.param('set') ?? '';
  const find = async (c: Context) => {
    const set = mappingSetView(await findSet(sandbox, setId(c)));
    const mapping = set.mappings.find(({ id }) => id === c.req.param('mapping'));
    if (!mapping) throw notFound('mapping', c.req.param('mapping') ?? '');
    return { set, mapping };
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const { mappings } = mappingSetView(await findSet(sandbox, setId(c)));
      return c.json({ data: mappings });
    })
    .post('/', async (c) => {
      const set = await findSet(sandbox, setId(c));
      const mapping = withId(await readJson(c, fieldMapping));
      await check(sandbox, set.body.xdmSchema, [mapping]);
      await changeSet(sandbox, set.id, (body) => ({ ...body, mappings: [...body.mappings, mapping] }));
      return c.json(mapping, 201);
    })
    .get('/:mapping', async (c) => answer(c, keptMapping, (await find(c)).mapping))
    .put('/:mapping', async (c) => {
      const { set, mapping } = await find(c);
      const changed = { ...(await readJson(c, fieldMapping)), id: mapping.id, version: mapping.version + 1 };
      await check(sandbox, set.xdmSchema ?? '', [changed]);
      const mappings = set.mappings.map((each) => (each.id === mapping.id ? changed : each));
      await changeSet(sandbox, set.id, (body) => ({ ...body, mappings }));
      return answer(c, keptMapping, changed);
    })
    .delete('/:mapping', async (c) => {
      const { set, mapping } = await find(c);
      const mappings = set.mappings.filter(({ id }) => id !== mapping.id);
      if (mappings.length === 0)
        throw badRequest('A mapping set must have a mapping. Delete the set instead');
      await changeSet(sandbox, set.id, (body) => ({ ...body, mappings }));
      return c.body(null, 204);
    });
}

async function findSet({ documents }: RestSandbox, id: string): Promise<Document<StoredMappingSet>> {
  const found = await documents.get(storedMappingSet, id);
  if (!found) throw notFound('mapping set', id);
  return found;
}

async function changeSet(
  { documents }: RestSandbox,
  id: string,
  change: (body: StoredMappingSet) => StoredMappingSet,
): Promise<Document<StoredMappingSet>> {
  const changed = await documents.update(storedMappingSet, id, ({ body }) => change(body));
  if (!changed) throw notFound('mapping set', id);
  return changed;
}

async function readMappingSet(c: Context, sandbox: RestSandbox): Promise<StoredMappingSet> {
  const { name, version, mappings, ...body } = await readJson(c, newMappingSet);
  const xdmSchema = body.xdmSchema ?? body.outputSchema?.schemaRef.id;
  if (xdmSchema === undefined) throw badRequest('outputSchema.schemaRef.id is missing');
  await check(sandbox, xdmSchema, mappings);
  return { name, version, xdmSchema, mappings: mappings.map(withId) };
}

/** Refuses mappings that cannot be followed. */
async function check(
  { services }: RestSandbox,
  xdmSchema: string,
  mappings: readonly FieldMapping[],
): Promise<void> {
  const computed = mappings.find(({ sourceType = 'ATTRIBUTE' }) => sourceType.toUpperCase() !== 'ATTRIBUTE');
  if (computed) throw notSupported(`mappings of the type ${computed.sourceType ?? ''}`);
  const schema = await services.database.use((connection) => readSchema(connection, xdmSchema));
  if (!schema) throw badRequest(`xdmSchema: there is no schema ${xdmSchema}`);
  try {
    checkMappings(mappings, schema.properties);
  } catch (error) {
    throw error instanceof LoadProblem ? badRequest(error.message) : error;
  }
}
