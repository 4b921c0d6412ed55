import { readRegistry, type Registry } from '../../xdm/registry';
import type { RestSandbox } from '../restSandbox';

/** What the registry holds now. */
export async function currentRegistry({ documents, services }: RestSandbox): Promise<Registry> {
  return await services.database.use((connection) => readRegistry(documents, connection));
}
