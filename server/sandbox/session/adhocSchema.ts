import { randomBytes } from 'node:crypto';
import type { DuckDBType } from '@duckdb/node-api';
import { xdmClass, type XdmSchema } from '../../platform/xdm';
import { propertyOf } from '../store/columnTypes';

/** The schema that the Platform makes for a table out of a query: its columns, and nothing more. */
export function adhocSchema(
  tenant: string,
  title: string,
  columns: readonly { readonly name: string; readonly type: DuckDBType }[],
): XdmSchema {
  const hash = randomBytes(16).toString('hex');
  return {
    $id: `https://ns.adobe.com/${tenant.slice(1)}/schemas/${hash}`,
    'meta:altId': `${tenant}.schemas.${hash}`,
    'meta:resourceType': 'schemas',
    'meta:class': xdmClass.adhoc,
    'meta:extends': [xdmClass.adhoc],
    'meta:tenantNamespace': tenant,
    version: '1.0',
    title,
    type: 'object',
    properties: Object.fromEntries(columns.map(({ name, type }) => [name, propertyOf(name, type)])),
  };
}
