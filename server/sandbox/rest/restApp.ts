import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { accessControlRoutes } from './access/accessControlRoutes';
import { requirePermissions } from './access/requirePermissions';
import { authorize } from './authorize';
import { catalogRoutes } from './catalog/catalogRoutes';
import { dataAccessRoutes } from './dataAccessRoutes';
import { datasetLabelRoutes } from './datasetLabelRoutes';
import type { FlowRunner } from './flow/flowRunner';
import { flowServiceRoutes } from './flow/flowServiceRoutes';
import { mappingRoutes } from './flow/mappingRoutes';
import { adhocRoutes } from './flow/runRoutes';
import { importRoutes } from './ingest/importRoutes';
import { imsRoutes } from './imsRoutes';
import { FolderLandingZone, storageAccount } from '../landing/folderLandingZone';
import { blobRoutes } from './landing/blobRoutes';
import { landingZoneRoutes } from './landing/landingZoneRoutes';
import { limitBody } from './limitBody';
import { policyServiceRoutes } from './policy/policyServiceRoutes';
import { badRequest, notSupported, Problem, problemAnswer } from './problem';
import { queryServiceRoutes, type QueryService } from './query/queryServiceRoutes';
import { registryRoutes } from './registry/registryRoutes';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';
import { SchemaProblem } from '../xdm/schemaProblem';
import { segmentationRoutes } from './segment/segmentationRoutes';
import { sandboxRoutes } from './sandboxRoutes';

/** What goes on behind requests. */
export interface RestServices {
  readonly queryService: QueryService;
  readonly flowRunner: FlowRunner;
}

/** Services of the Platform that the sandbox does not have: a client is told so instead of looking for a typing error. */
const missingServices = [
  { path: '/data/core/ups', name: 'this part of Profile and segmentation' },
  { path: '/data/foundation/conversion', name: 'computed mappings, previews of mappings and conversions' },
  { path: '/data/foundation/access-control', name: 'this part of access control' },
];

/** The REST side of a sandbox, to be mounted on a server that listens on loopback only. */
export function restApp(sandbox: RestSandbox, services: RestServices): Hono<RestEnvironment> {
  const app = new Hono<RestEnvironment>({ strict: false });
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    await next();
    c.header('x-request-id', c.get('requestId'));
  });
  app.use(
    methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => problemAnswer(c, wrongMethod(methods)) }),
  );
  if (sandbox.landingZone instanceof FolderLandingZone)
    app.route(`/${storageAccount}`, blobRoutes(sandbox, sandbox.landingZone));
  app.use('/ims/*', limitBody);
  app.route('/ims', imsRoutes(sandbox));
  app.use('/data/*', authorize(sandbox), requirePermissions(sandbox));
  // Before the limit: files are larger than other bodies, and are not read as a whole.
  app.route('/data/foundation/import', importRoutes(sandbox));
  app.use('/data/*', limitBody);
  app.route('/data/foundation/query', queryServiceRoutes(sandbox, services.queryService));
  app.route('/data/foundation/sandbox-management', sandboxRoutes(sandbox));
  app.route('/data/foundation/access-control', accessControlRoutes(sandbox));
  app.route('/data/foundation/catalog', catalogRoutes(sandbox));
  app.route('/data/foundation/schemaregistry', registryRoutes(sandbox));
  app.route('/data/foundation/dataset', datasetLabelRoutes(sandbox));
  app.route('/data/foundation/dulepolicy', policyServiceRoutes(sandbox));
  app.route('/data/foundation/flowservice', flowServiceRoutes(sandbox, services.flowRunner));
  app.route('/data/core/activation/disflowprovider', adhocRoutes(sandbox, services.flowRunner));
  app.route('/data/foundation/conversion', mappingRoutes(sandbox));
  app.route('/data/foundation/connectors/landingzone', landingZoneRoutes(sandbox));
  app.route('/data/core/ups', segmentationRoutes(sandbox));
  app.route('/data/foundation/export', dataAccessRoutes(sandbox));
  app.notFound((c) => {
    const missing = missingServices.find(({ path }) => c.req.path.startsWith(`${path}/`));
    const nothing = new Problem(404, 'Not found', `There is nothing at ${c.req.path}`);
    return problemAnswer(c, missing ? notSupported(missing.name) : nothing);
  });
  app.onError((error, c) => {
    if (error instanceof Problem) return problemAnswer(c, error);
    if (error instanceof SchemaProblem) return problemAnswer(c, badRequest(error.message));
    sandbox.onInternalError(error);
    return problemAnswer(c, new Problem(500, 'Internal error', 'The local sandbox failed at this request'));
  });
  return app;
}

function wrongMethod(methods: readonly string[]): Problem {
  const allow = methods.join(', ');
  return new Problem(405, 'Method not allowed', `This resource allows ${allow}`, { allow });
}
