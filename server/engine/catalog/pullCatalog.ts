import type { CatalogParams, CatalogResult, QueryProblem } from '../../protocol/engine';
import { writeSnapshot } from '../../catalog/writeSnapshot';
import { openPlatform, type Platform } from '../../platform/http';
import { imsEndpointOf, requestToken, tokenSource } from '../../platform/ims';
import { pullCatalog as pullFromPlatform } from '../../platform/pullCatalog';
import type { Connection } from '../../protocol/connection';
import { messageOf, QueryError } from '../queryProblem';
import { pullFromWire } from './pullFromWire';

/** The catalog snapshot of a connection: from the Platform's services where they can be asked, else from SQL. */
export async function pullCatalog({ connection, tables }: CatalogParams): Promise<CatalogResult> {
  const platform = platformOf(connection);
  const options = { ...(tables ? { tables } : {}), now: Date.now() };
  const { snapshot, problems } = platform
    ? await pullFromPlatform(platform, options).catch(fail)
    : await pullFromWire(connection, options);
  return { snapshot: writeSnapshot(snapshot), warnings: problems };
}

function platformOf({ profile: { rest }, secrets: { clientSecret } }: Connection): Platform | undefined {
  if (!rest || clientSecret === undefined) return undefined;
  const { endpoint, orgId, sandbox, clientId } = rest;
  const tokens = tokenSource(() => requestToken(imsEndpointOf(endpoint), { clientId, clientSecret }));
  return openPlatform({ endpoint, orgId, sandbox, clientId, tokens });
}

function fail(error: unknown): never {
  const problem: QueryProblem = { message: `The catalog could not be read. ${messageOf(error)}` };
  throw new QueryError(problem);
}
