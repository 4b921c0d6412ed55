import type { z } from 'zod';
import type { evaluatedEntity, PolicyEvaluation } from '../../../platform/marketingActions';
import type { Policy } from '../../../platform/policies';
import { discoverLabels, type DiscoveredLabels } from '../../policy/discoverLabels';
import { isDenied } from '../../policy/isDenied';
import { listDatasets, readSchema } from '../../store/datasets';
import { labelsOfDataset } from '../../policy/labelsOfDataset';
import { badRequest, notFound, notSupported } from '../problem';
import type { RestSandbox } from '../restSandbox';
import { actionAddress, listCorePolicies, listCustomPolicies } from './policyStore';

export interface Evaluation {
  readonly kind: 'core' | 'custom';
  readonly action: string;
  readonly clientId: string;
  readonly includeDraft: boolean;
  readonly labels: readonly string[];
  readonly entities: readonly z.output<typeof evaluatedEntity>[];
}

/** Which policies an action would break on data with labels, and on data sets. */
export async function evaluate(sandbox: RestSandbox, evaluation: Evaluation): Promise<PolicyEvaluation> {
  const marketingActionRef = actionAddress(evaluation.kind, evaluation.action);
  const discovered = await Promise.all(evaluation.entities.map((entity) => discover(sandbox, entity)));
  const found = discovered.flatMap(({ dataSetLabels: { dataSet, fields } }) => [
    ...dataSet.labels,
    ...fields.flatMap(({ labels }) => labels),
  ]);
  const labels = new Set([...evaluation.labels, ...found]);
  const policies = [...(await listCorePolicies(sandbox)), ...(await listCustomPolicies(sandbox))];
  return {
    timestamp: sandbox.now(),
    clientId: evaluation.clientId,
    userId: evaluation.clientId,
    imsOrg: sandbox.access.orgId,
    marketingActionRef,
    duleLabels: [...labels].sort(),
    ...(evaluation.entities.length > 0 ? { discoveredLabels: discovered } : {}),
    violatedPolicies: policies.filter(
      (policy) =>
        isInForce(policy, evaluation.includeDraft) &&
        policy.marketingActionRefs.some((ref) => isSameAction(ref, marketingActionRef)) &&
        isDenied(labels, policy.deny),
    ),
  };
}

function isInForce({ status }: Policy, includeDraft: boolean): boolean {
  return status === 'ENABLED' || (includeDraft && status === 'DRAFT');
}

/** Addresses differ in their start: of the Platform, of a sandbox, or none. */
function isSameAction(left: string, right: string): boolean {
  const end = (address: string): string => address.split('/').slice(-2).join('/');
  return end(left) === end(right);
}

async function discover(
  { services, documents }: RestSandbox,
  { entityType, entityId, entityMeta }: z.output<typeof evaluatedEntity>,
) {
  if (entityType.toLowerCase() !== 'dataset')
    throw notSupported(`policies on the entity type "${entityType}"`);
  const dataset = (await services.database.use(listDatasets)).find(({ id }) => id === entityId);
  if (!dataset) throw notFound('data set', entityId);
  const schema = await services.database.use((connection) => readSchema(connection, dataset.schemaId));
  if (!schema) throw badRequest(`The data set "${dataset.title}" has no schema`);
  const labels = (await documents.get(labelsOfDataset, entityId))?.body ?? { labels: [] };
  return {
    entityType,
    entityId,
    dataSetLabels: labelView(discoverLabels(schema, labels, entityMeta?.fields)),
  };
}

function labelView({ dataSet, fields }: DiscoveredLabels) {
  return {
    connection: { labels: [] },
    dataSet: { labels: [...dataSet] },
    fields: fields.map(({ path, labels }) => ({ path, labels: [...labels] })),
  };
}
