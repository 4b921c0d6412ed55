import type { MiddlewareHandler } from 'hono';
import { mayDo } from '../../access/clientAccess';
import { permissionName, type PermissionId } from '../../access/permissions';
import { Problem } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** What the requests below a path need: one of the permissions. */
interface Need {
  readonly path: RegExp;
  readonly read: readonly PermissionId[];
  readonly write: readonly PermissionId[];
}

const schemas = need('schemaregistry', ['view-schemas', 'manage-schemas'], ['manage-schemas']);
const datasets: readonly PermissionId[] = ['view-datasets', 'manage-datasets'];
const exports: readonly PermissionId[] = ['manage-and-activate-dataset-destinations'];
const flows: readonly PermissionId[] = ['manage-sources', 'manage-destinations', ...exports];
const flowReads: readonly PermissionId[] = ['view-sources', 'view-destinations', ...flows];
const segments: readonly PermissionId[] = ['view-segments', 'manage-segments'];

/** The first that fits a path goes; other paths need no permission. */
const needs: readonly Need[] = [
  schemas,
  need('catalog', datasets, ['manage-datasets']),
  need('dataset', datasets, ['manage-datasets']),
  need('export', datasets, datasets),
  need('import', ['manage-datasets'], ['manage-datasets']),
  need('query', ['manage-queries'], ['manage-queries']),
  // Evaluations are questions, though they are sent with POST.
  {
    path: /^\/data\/foundation\/dulepolicy\/(?:bulk-eval|marketingActions\/.*\/constraints)$/,
    read: [],
    write: [],
  },
  need('dulepolicy', [], ['manage-data-usage-policies']),
  need('flowservice', flowReads, flows),
  need('conversion', flowReads, ['manage-sources']),
  need('connectors/landingzone', flowReads, flowReads),
  { path: /^\/data\/core\/activation\//, read: exports, write: exports },
  { path: /^\/data\/core\/ups\//, read: segments, write: ['manage-segments'] },
];

function need(service: string, read: Need['read'], write: Need['write']): Need {
  return { path: new RegExp(`^/data/foundation/${service}(?:/|$)`), read, write };
}

/** Refuses requests that no role of the client has a permission for; afterwards its rights are known to routes. */
export function requirePermissions({ services }: RestSandbox): MiddlewareHandler<RestEnvironment> {
  return async (c, next) => {
    const access = await services.rights.of(c.get('client').clientId);
    const found = needs.find(({ path }) => path.test(c.req.path));
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    const wanted = (isRead ? found?.read : found?.write) ?? [];
    if (wanted.length > 0 && !mayDo(access, wanted)) throw permissionMissing(wanted);
    c.set('access', access);
    await next();
  };
}

export function permissionMissing(wanted: readonly PermissionId[]): Problem {
  const names = wanted.map((id) => `"${permissionName(id)}"`).join(' or ');
  return new Problem(
    403,
    'Forbidden',
    `This needs the permission ${names}, which no role of this client has. Ask an administrator of the sandbox for it`,
  );
}
