import { randomBytes } from 'node:crypto';
import type { RegistryResource } from '../../../platform/registryResource';
import type { XdmSchema } from '../../../platform/xdm';
import type { DocumentTransaction } from '../../store/documents';
import { listDatasets } from '../../store/datasets';
import { addedFields, extendDataset } from '../../store/extendDataset';
import { replaceSchema } from '../../store/schemas';
import { composeSchema, type FindInRegistry } from '../../xdm/composeSchema';
import type { ResourceType } from '../../xdm/globalResource';
import { readRegistry, type Registry } from '../../xdm/registry';
import type { RestSandbox } from '../restSandbox';

export interface RegistryWrite {
  readonly transaction: DocumentTransaction;
  readonly registry: Registry;
}

/** Changes the registry: all of it, or nothing. Other changes, and writes to data sets, wait meanwhile. */
export async function writeRegistry<T>(
  { documents, services }: RestSandbox,
  work: (write: RegistryWrite) => Promise<T>,
): Promise<T> {
  const tables = (await services.database.use(listDatasets)).map(({ table }) => table);
  return await withLocks(services.datasetLocks, tables, () =>
    documents.write(async (transaction) => {
      const registry = await readRegistry(documents, transaction.connection);
      return await work({ transaction, registry });
    }),
  );
}

/** Locks are taken in one order everywhere, so that no two wait for each other. */
async function withLocks<T>(
  locks: RestSandbox['services']['datasetLocks'],
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const [first, ...rest] = tables.toSorted();
  if (first === undefined) return await work();
  return await locks.withLock(first, () => withLocks(locks, rest, work));
}

/** Puts a changed schema in the place of the one before, and gives its data sets their new columns. */
export async function applySchema(
  { transaction }: RegistryWrite,
  before: XdmSchema,
  after: XdmSchema,
): Promise<void> {
  const { connection } = transaction;
  const datasets = (await listDatasets(connection)).filter(({ schemaId }) => schemaId === before.$id);
  const added = datasets.length > 0 ? addedFields(before.properties, after.properties) : [];
  for (const dataset of datasets) await extendDataset(connection, dataset, added);
  await replaceSchema(connection, after);
}

/** Puts the schemas together anew that are made of a changed class, field group or data type. */
export async function recomposeSchemas(write: RegistryWrite, changed: RegistryResource): Promise<void> {
  const find: FindInRegistry = (id) =>
    id === changed.$id || id === changed['meta:altId'] ? changed : write.registry.find(id);
  for (const before of write.registry.schemas) {
    const { allOf } = before;
    if (!allOf) continue;
    const after = nextVersion(composeSchema({ ...before, allOf }, find), write.transaction.now);
    if (JSON.stringify(after.properties) !== JSON.stringify(before.properties)) {
      await applySchema(write, before, after);
    }
  }
}

/** The keys that every new resource of the organization gets. */
export function newIdentity({ access }: RestSandbox, type: ResourceType, now: number) {
  const hash = randomBytes(24).toString('hex');
  return {
    $id: `https://ns.adobe.com/${access.tenant.slice(1)}/${type}/${hash}`,
    'meta:altId': `${access.tenant}.${type}.${hash}`,
    'meta:resourceType': type,
    version: '1.0',
    type: 'object',
    'meta:containerId': 'tenant',
    // Clients change only what says so.
    'meta:extensible': type !== 'schemas',
    'meta:tenantNamespace': access.tenant,
    imsOrg: access.orgId,
    'meta:registryMetadata': { 'repo:createdDate': now, 'repo:lastModifiedDate': now },
  } as const;
}

/** The same resource, counted one minor version further. */
export function nextVersion<T extends { readonly version: string }>(resource: T, now: number): T {
  const [major = '1', minor = '0'] = resource.version.split('.');
  const metadata = (resource as { 'meta:registryMetadata'?: object })['meta:registryMetadata'];
  return {
    ...resource,
    version: `${major}.${Number(minor) + 1}`,
    'meta:registryMetadata': { ...metadata, 'repo:lastModifiedDate': now },
  };
}
