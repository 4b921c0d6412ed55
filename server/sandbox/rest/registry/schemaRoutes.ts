import { Hono } from 'hono';
import { omit } from '../../../base/omit';
import { newSchema } from '../../../platform/registryResource';
import type { XdmSchema } from '../../../platform/xdm';
import { listDatasets } from '../../store/datasets';
import { deleteSchema, insertSchema } from '../../store/schemas';
import { composeSchema, type SchemaDraft } from '../../xdm/composeSchema';
import type { Registry } from '../../xdm/registry';
import { applyJsonPatch, jsonPatch, type JsonPatch } from '../jsonPatch';
import { badRequest, invalid, notFound, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { readAccept } from './accept';
import { currentRegistry } from './currentRegistry';
import { registryPage } from './registryPage';
import { applySchema, newIdentity, nextVersion, writeRegistry } from './registryWrites';
import { schemaView, summaryOf } from './resourceView';

/** Schemas of the organization, those that queries made among them. */
export function schemaRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { database } = sandbox.services;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const form = readAccept(c);
      const { schemas } = await currentRegistry(sandbox);
      const page = await registryPage(c, database, schemas, (schema) => schema['meta:altId']);
      const results = page.results.map((schema) =>
        form.items === 'resource' ? schemaView(schema, form) : summaryOf(schema),
      );
      return c.json({ ...page, results });
    })
    .get('/:id', async (c) => {
      const form = readAccept(c);
      const schema = findSchema(await currentRegistry(sandbox), c.req.param('id'));
      const major = Number.parseInt(schema.version, 10);
      if (form.version !== undefined && form.version !== major) {
        throw new Problem(404, 'Not found', `The schema ${schema.$id} has no version ${form.version}`);
      }
      return c.json(schemaView(schema, form));
    })
    .post('/', async (c) => {
      const body = await readJson(c, newSchema);
      const schema = await writeRegistry(sandbox, async ({ transaction, registry }) => {
        const draft = { ...body, ...newIdentity(sandbox, 'schemas', transaction.now) };
        const composed = composeSchema(draft, registry.find);
        await insertSchema(transaction.connection, composed);
        return composed;
      });
      return c.json(rawView(schema), 201);
    })
    .put('/:id', async (c) => {
      const body = await readJson(c, newSchema);
      return c.json(rawView(await changeSchema(sandbox, c.req.param('id'), () => body)));
    })
    .patch('/:id', async (c) => {
      const patch = (await readJson(c, jsonPatch)).map(tagging);
      return c.json(rawView(await changeSchema(sandbox, c.req.param('id'), (raw) => patched(raw, patch))));
    })
    .delete('/:id', async (c) => {
      await writeRegistry(sandbox, async ({ transaction: { connection }, registry }) => {
        const schema = findSchema(registry, c.req.param('id'));
        const user = (await listDatasets(connection)).find(({ schemaId }) => schemaId === schema.$id);
        if (user) throw badRequest(`The data set "${user.title}" has this schema. Delete it first`);
        await deleteSchema(connection, schema.$id);
      });
      return c.body(null, 204);
    });
}

function findSchema(registry: Registry, id: string): XdmSchema {
  const schema = registry.schema(id);
  if (!schema) throw notFound('schema', id);
  return schema;
}

function rawView(schema: XdmSchema): object {
  return schemaView(schema, {
    vocabulary: 'xed',
    full: false,
    flat: false,
    descriptors: false,
    withoutText: false,
    items: 'resource',
    version: undefined,
  });
}

type RawSchema = Readonly<Record<string, unknown>>;

async function changeSchema(
  sandbox: RestSandbox,
  id: string,
  change: (raw: RawSchema) => ReturnType<typeof newSchema.parse>,
): Promise<XdmSchema> {
  return await writeRegistry(sandbox, async (write) => {
    const before = findSchema(write.registry, id);
    if (!before.allOf)
      throw badRequest('This schema was not put together from field groups, so it cannot be changed');
    const descriptors = before['meta:descriptors'];
    const raw = omit(before, 'properties', 'meta:descriptors');
    const { $id, 'meta:altId': altId, version } = before;
    const draft: SchemaDraft = { ...raw, ...change(raw), $id, 'meta:altId': altId, version };
    const composed = composeSchema(draft, write.registry.find);
    const after = nextVersion(
      descriptors ? { ...composed, 'meta:descriptors': descriptors } : composed,
      write.transaction.now,
    );
    await applySchema(write, before, after);
    return after;
  });
}

function patched(raw: RawSchema, patch: JsonPatch): ReturnType<typeof newSchema.parse> {
  const read = newSchema.safeParse(applyJsonPatch({ 'meta:immutableTags': [], ...raw }, patch));
  if (!read.success) throw invalid(read.error);
  return read.data;
}

/** Adding one tag is written in more ways than the standard knows. */
function tagging(operation: JsonPatch[number]): JsonPatch[number] {
  const adds = operation.op === 'add' && typeof operation.value === 'string';
  return adds && /^\/meta:immutableTags\/?-?$/.test(operation.path)
    ? { ...operation, path: '/meta:immutableTags/-' }
    : operation;
}
