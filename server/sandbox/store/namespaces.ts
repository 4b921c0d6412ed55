import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from './sqlText';

/** What identities of a kind are told apart by: `ECID`, or one of the author's own. */
export interface IdentityNamespace {
  readonly code: string;
  readonly name: string;
  readonly type: NamespaceType;
}

export const namespaceTypes = [
  'COOKIE',
  'CROSS_DEVICE',
  'DEVICE',
  'EMAIL',
  'MOBILE',
  'NON_PEOPLE',
  'PHONE',
] as const;

export type NamespaceType = (typeof namespaceTypes)[number];

export const namespaceTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS platform.identity_namespace (
     code VARCHAR PRIMARY KEY,
     name VARCHAR NOT NULL,
     type VARCHAR NOT NULL)`,
];

/** Those that the Platform brings along. */
const standard: readonly IdentityNamespace[] = [
  { code: 'AAID', name: 'Adobe Analytics ID', type: 'COOKIE' },
  { code: 'ECID', name: 'ECID', type: 'COOKIE' },
  { code: 'Email', name: 'Email', type: 'EMAIL' },
  { code: 'GAID', name: 'Google Ad ID', type: 'DEVICE' },
  { code: 'IDFA', name: 'Apple IDFA', type: 'DEVICE' },
  { code: 'Phone', name: 'Phone', type: 'PHONE' },
];

/** A query for the rows of SHOW NAMESPACES. */
export const namespaceList = `
  SELECT name, code, type FROM platform.identity_namespace
  UNION ALL FROM (VALUES ${standard
    .map(({ name, code, type }) => `(${quoted(name)}, ${quoted(code)}, '${type}')`)
    .join(', ')})
  ORDER BY code`;

/** Codes are compared without case. */
export async function hasNamespace(connection: DuckDBConnection, code: string): Promise<boolean> {
  const wanted = code.toLowerCase();
  if (standard.some((each) => each.code.toLowerCase() === wanted)) return true;
  const query = 'SELECT 1 FROM platform.identity_namespace WHERE lower(code) = $1';
  return (await connection.runAndReadAll(query, [wanted])).currentRowCount > 0;
}

export async function addNamespace(
  connection: DuckDBConnection,
  { code, name, type }: IdentityNamespace,
): Promise<void> {
  await connection.run('INSERT INTO platform.identity_namespace VALUES ($1, $2, $3)', [code, name, type]);
}
