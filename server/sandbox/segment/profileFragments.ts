import type { DuckDBConnection } from '@duckdb/node-api';
import { plainPath } from '../../platform/fieldPath';
import type { XdmProperty, XdmSchema } from '../../platform/xdm';
import { lakeTable } from '../store/createDataset';
import { listDatasets, readSchema } from '../store/datasets';
import { snapshotColumn } from '../store/metadataTables';
import { identifier, quoted } from '../store/sqlText';
import { fieldKey, type PqlField, type PqlLiteral } from './parsePql';
import { PqlProblem } from './pqlProblem';

const profileClass = 'https://ns.adobe.com/xdm/context/profile';

/** A data set of profiles that is enabled for Profile: rows of it are parts of the profiles of its identities. */
interface Fragment {
  readonly table: string;
  readonly schema: XdmSchema;
  readonly namespace: string;
  /** The expression of the primary identity. */
  readonly identity: string;
}

/** Profiles put together for a rule. */
export interface ProfileQuery {
  /** Gives `namespace`, `identity` and a column for each field; one row a profile. */
  readonly sql: string;
  /** The columns of the fields, by their `fieldKey`. */
  readonly columns: ReadonlyMap<string, string>;
  /** What the fields can be compared with, by their `fieldKey`. */
  readonly kinds: ReadonlyMap<string, PqlLiteral['kind']>;
}

/**
 * The profiles with the fields of a rule: of the rows of one identity, in all data sets, the latest one that has a
 * value gives the field. Throws a `PqlProblem` for a field that no profile can have.
 */
export async function profileQuery(
  connection: DuckDBConnection,
  fields: readonly PqlField[],
): Promise<ProfileQuery> {
  const fragments = await profileFragments(connection);
  const places = fields.map((field) => fragments.map(({ schema }) => findField(schema, field.path)));
  places.forEach((found, index) => {
    const field = fields[index] as PqlField;
    if (found.every((each) => each === undefined)) {
      throw new PqlProblem(`No profile has the field ${field.path.join('.')}`, field.offset);
    }
  });
  const parts = fragments.map(({ table, identity, namespace }, index) => {
    const values = places.map((found, field) => `${found[index]?.sql ?? 'NULL'} AS f${field}`);
    const own = [
      `${quoted(namespace)} AS namespace`,
      `${identity} AS identity`,
      `${snapshotColumn} AS written`,
    ];
    return `SELECT ${[...own, ...values].join(', ')} FROM ${table} WHERE ${identity} IS NOT NULL`;
  });
  const latest = fields.map((_, index) => `arg_max(f${index}, written) AS f${index}`);
  return {
    sql: `SELECT ${['namespace', 'identity', ...latest].join(', ')} FROM (${parts.join(' UNION ALL ')}) GROUP BY ALL`,
    columns: new Map(fields.map((field, index) => [fieldKey(field), `f${index}`])),
    kinds: new Map(
      fields.map((field, index) => [fieldKey(field), places[index]?.find((place) => place)?.kind ?? 'text']),
    ),
  };
}

async function profileFragments(connection: DuckDBConnection): Promise<readonly Fragment[]> {
  const fragments: Fragment[] = [];
  for (const dataset of await listDatasets(connection)) {
    const schema = dataset.profileEnabled ? await readSchema(connection, dataset.schemaId) : undefined;
    if (schema?.['meta:class'] !== profileClass) continue;
    const primary = schema['meta:descriptors']?.find(
      (each) => each['@type'] === 'xdm:descriptorIdentity' && each['xdm:isPrimary'] === true,
    );
    const path = plainPath(primary?.['xdm:sourceProperty'] ?? '')
      .split('/')
      .slice(1);
    const identity = findField(schema, path)?.sql;
    const namespace = primary?.['xdm:namespace'] ?? '';
    if (identity) fragments.push({ table: lakeTable(dataset), schema, namespace, identity });
  }
  return fragments;
}

/** A field that is reached through objects only; names are compared without case. */
function findField(
  schema: XdmSchema,
  path: readonly string[],
): { readonly sql: string; readonly kind: PqlLiteral['kind'] } | undefined {
  let property: XdmProperty = { properties: schema.properties };
  const names: string[] = [];
  for (const step of path) {
    const entries: readonly [string, XdmProperty][] = Object.entries(property.properties ?? {});
    const found = entries.find(([name]) => name.toLowerCase() === step.toLowerCase());
    if (!found) return undefined;
    names.push(identifier(found[0]));
    property = found[1];
  }
  if (property.properties ?? property.items ?? property.additionalProperties) return undefined;
  return { sql: names.join('.'), kind: kindOf(property) };
}

function kindOf({ type }: XdmProperty): PqlLiteral['kind'] {
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
}
