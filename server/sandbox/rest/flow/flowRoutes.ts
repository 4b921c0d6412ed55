import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { mayDo } from '../../access/clientAccess';
import type { PermissionId } from '../../access/permissions';
import { connectionSpecs, createdInFlow, flowList } from '../../../platform/flowConnections';
import { flow, newFlow, type Flow } from '../../../platform/flows';
import { knownFlowSpecs } from '../../flow/specs';
import { flowProgress, storedFlow, type StoredFlow } from '../../flow/storedFlow';
import type { Document, Documents } from '../../store/documents';
import { permissionMissing } from '../access/requirePermissions';
import { answer } from '../answer';
import { etagOf, requireMatch } from '../etag';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { evaluate } from '../policy/evaluate';
import { badRequest, invalid, notFound, notSupported, Problem } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkExported } from './checkExported';
import { connectionsOf, type FlowConnections } from './flowConnections';
import { flowPageOf } from './flowPage';
import type { FlowRunner } from './flowRunner';
import { inherited } from './inherited';
import { storedMappingSet } from './storedMappingSet';

/** Flows: what is moved from where to where, and when. */
export function flowRoutes(sandbox: RestSandbox, runner: FlowRunner): Hono<RestEnvironment> {
  const { documents } = sandbox;
  const change = async (c: Context, make: (before: StoredFlow) => StoredFlow): Promise<Response> => {
    const id = c.req.param('id') ?? '';
    const changed = await documents.update(storedFlow, id, ({ body }) => make(body));
    if (!changed) throw notFound('flow', id);
    await runner.plan(changed);
    return answer(c, createdInFlow, { id, etag: etagOf(changed) });
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const stored = (await documents.list(storedFlow)).toReversed();
      const all = await Promise.all(stored.map((each) => flowView(documents, each)));
      return answer(c, flowList(flow), await flowPageOf(c, sandbox, all));
    })
    .post('/', async (c) => {
      const body = await readJson(c, newFlow);
      await checkFlow(c, sandbox, body);
      const made = await documents.insert(storedFlow, randomUUID(), { ...body, state: 'enabled' });
      await runner.plan(made);
      return answer(c, createdInFlow, { id: made.id, etag: etagOf(made) }, 201);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedFlow, id);
      if (!found) throw notFound('flow', id);
      return answer(c, flowList(flow), { items: [await flowView(documents, found)] });
    })
    .patch('/:id', async (c) => {
      const patch = await readJson(c, jsonPatch);
      const before = await documents.get(storedFlow, c.req.param('id'));
      if (!before) throw notFound('flow', c.req.param('id'));
      requireMatch(c, before, { optional: false });
      const read = newFlow.safeParse(applyJsonPatch(before.body, patch));
      if (!read.success) throw invalid(read.error);
      await checkFlow(c, sandbox, read.data);
      return await change(c, (present) => ({ ...read.data, state: present.state }));
    })
    .post('/:id/action', async (c) => {
      const op = c.req.query('op');
      if (op !== 'enable' && op !== 'disable') throw badRequest('op must be enable or disable');
      return await change(c, (before) => ({ ...before, state: op === 'enable' ? 'enabled' : 'disabled' }));
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      const removed = await documents.write(async (transaction) => {
        await transaction.remove(flowProgress, id);
        return await transaction.remove(storedFlow, id);
      });
      if (!removed) throw notFound('flow', id);
      runner.forget(id);
      return c.body(null, 204);
    });
}

async function checkFlow(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  body: ReturnType<typeof newFlow.parse>,
): Promise<void> {
  const spec = knownFlowSpecs.find(({ id }) => id === body.flowSpec.id);
  if (!spec) throw notSupported(`the flow specification ${body.flowSpec.id}`);
  const connections = await connectionsOf(sandbox.documents, body);
  const { source, target } = connections;
  if (!spec.sourceConnectionSpecIds.includes(source.connectionSpec.id)) {
    throw badRequest(`The source connection is not one of the flow specification "${spec.name}"`);
  }
  if (!spec.targetConnectionSpecIds.includes(target.connectionSpec.id)) {
    throw badRequest(`The target connection is not one of the flow specification "${spec.name}"`);
  }
  await checkTransformations(sandbox, body, isImport(source) ? source.data?.format : undefined);
  const wanted: PermissionId = isImport(source)
    ? 'manage-sources'
    : 'manage-and-activate-dataset-destinations';
  if (!mayDo(c.get('access'), [wanted])) throw permissionMissing([wanted]);
  await checkExported(c, sandbox, source);
  await checkPolicies(c, sandbox, connections);
}

/** The format of the data lake's own files is of no account. */
function isImport({ connectionSpec }: FlowConnections['source']): boolean {
  return connectionSpec.id === connectionSpecs.landingZoneSource;
}

async function checkTransformations(
  { documents }: RestSandbox,
  { transformations = [] }: ReturnType<typeof newFlow.parse>,
  format: string | undefined,
): Promise<void> {
  const [mapping, ...others] = transformations;
  if (others.length > 0) throw notSupported('several transformations of one flow');
  if (!mapping) {
    if (format?.toLowerCase() === 'delimited') throw badRequest('transformations must name a mapping set');
    return;
  }
  if (mapping.name !== 'Mapping') throw badRequest('transformations[0].name must be "Mapping"');
  if (format?.toLowerCase() !== 'delimited') throw notSupported('mappings of files that are not delimited');
  const id = mapping.params.mappingId ?? '';
  if (!(await documents.get(storedMappingSet, id))) {
    throw badRequest(`transformations[0].params.mappingId: there is no mapping set "${id}"`);
  }
}

/** What enabled policies forbid to export is not exported. */
async function checkPolicies(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  { source }: FlowConnections,
): Promise<void> {
  const entities = (source.params.datasets ?? []).map(({ dataSetId }) => ({
    entityType: 'dataSet',
    entityId: dataSetId,
  }));
  if (entities.length === 0) return;
  const { violatedPolicies } = await evaluate(sandbox, {
    kind: 'core',
    action: 'exportToThirdParty',
    clientId: c.get('client').clientId,
    includeDraft: false,
    labels: [],
    entities,
  });
  const [violated] = violatedPolicies;
  if (!violated) return;
  const reason = violated.description ?? '';
  throw new Problem(403, 'Policy violation', `The policy "${violated.name}" forbids the export. ${reason}`);
}

async function flowView(documents: Documents, document: Document<StoredFlow>): Promise<Flow> {
  const { id, body, created, updated } = document;
  const inheritedAttributes = await inherited(documents, body);
  return { ...body, id, etag: etagOf(document), createdAt: created, updatedAt: updated, inheritedAttributes };
}
