import type { DuckDBConnection } from '@duckdb/node-api';
import { mergePolicy } from '../segment/mergePolicy';
import { listSchemas } from '../store/schemas';
import { quoted } from '../store/sqlText';
import type { KnownTable } from '../translate/environment';

/** The number of the only merge policy, under which the tables know it. */
const mergePolicyId = 1;

/**
 * The dimensions of the Platform's reports on profiles that clients read when they connect, computed from what the
 * sandbox has. Their names are in capitals, as there; no list of tables shows them.
 */
export async function profileReport(
  connection: DuckDBConnection,
  name: string,
): Promise<KnownTable | undefined> {
  switch (name) {
    case 'qsaccel.profile_agg.adwh_dim_merge_policies':
      return { sql: mergePolicies };
    case 'qsaccel.profile_agg.adwh_dim_namespaces':
      return { sql: namespacesSql(await namespaces(connection)) };
    default:
      return undefined;
  }
}

const mergePolicies = `(SELECT ${mergePolicyId} AS MERGE_POLICY_ID, ${quoted(mergePolicy.id)} AS MERGE_POLICY,
  ${quoted(mergePolicy.name)} AS MERGE_POLICY_NAME, true AS IS_DEFAULT_MERGE_POLICY)`;

/** Those of the identities of all schemas. */
async function namespaces(connection: DuckDBConnection): Promise<readonly string[]> {
  const descriptors = (await listSchemas(connection)).flatMap((schema) => schema['meta:descriptors'] ?? []);
  const found = descriptors.flatMap((descriptor) => descriptor['xdm:namespace'] ?? []);
  return [...new Set(found)].sort();
}

function namespacesSql(names: readonly string[]): string {
  const rows = names.map((name, index) => `(${index + 1}, ${quoted(name)}, ${mergePolicyId})`);
  const columns = 'NAMESPACE_ID, NAMESPACE_DESCRIPTION, MERGE_POLICY_ID';
  return rows.length === 0
    ? `(SELECT 0 AS NAMESPACE_ID, '' AS NAMESPACE_DESCRIPTION, 0 AS MERGE_POLICY_ID WHERE false)`
    : `(SELECT * FROM (VALUES ${rows.join(', ')}) AS namespaces(${columns}))`;
}
