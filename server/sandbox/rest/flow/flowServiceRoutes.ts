import { Hono } from 'hono';
import { storedBase, storedSource, storedTarget } from '../../flow/storedFlow';
import { knownConnectionSpecs, knownFlowSpecs } from '../../flow/specs';
import { listDatasets } from '../../store/datasets';
import { exploreLandingZone } from '../landing/explore';
import { notFound, notSupported } from '../problem';
import { readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkSource, checkSpec, checkTarget } from './checkConnection';
import { checkExported } from './checkExported';
import { connectionRoutes } from './connectionRoutes';
import { flowPageOf } from './flowPage';
import { flowRoutes } from './flowRoutes';
import type { FlowRunner } from './flowRunner';
import { runRoutes } from './runRoutes';

/** Flow Service: exports to, and imports from, the Data Landing Zone. */
export function flowServiceRoutes(sandbox: RestSandbox, runner: FlowRunner): Hono<RestEnvironment> {
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.route(
    '/connections',
    connectionRoutes(sandbox, {
      noun: 'connection',
      kind: storedBase,
      check: (connection) => Promise.resolve(checkSpec(connection)),
    }),
  );
  routes.route(
    '/sourceConnections',
    connectionRoutes(sandbox, {
      noun: 'source connection',
      kind: storedSource,
      check: async (source, c) => {
        await checkSource(sandbox, source);
        await checkExported(c, sandbox, source);
      },
    }),
  );
  routes.route(
    '/targetConnections',
    connectionRoutes(sandbox, {
      noun: 'target connection',
      kind: storedTarget,
      check: (target) => checkTarget(sandbox, target),
    }),
  );
  routes.route('/flows', flowRoutes(sandbox, runner));
  routes.route('/runs', runRoutes(sandbox, runner));
  routes.route('/', specRoutes(sandbox));
  return routes;
}

function specRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/connectionSpecs', async (c) => c.json(await flowPageOf(c, sandbox, knownConnectionSpecs)))
    .get('/connectionSpecs/:id', (c) =>
      c.json({ items: [findSpec(knownConnectionSpecs, c.req.param('id'))] }),
    )
    .get('/connectionSpecs/:id/explore', (c) => {
      const { id, name } = findSpec(knownConnectionSpecs, c.req.param('id'));
      if (name !== 'landing-zone') throw notSupported(`exploring the connection specification ${id}`);
      return exploreLandingZone(c, sandbox);
    })
    .get('/connectionSpecs/:id/configs', async (c) => {
      findSpec(knownConnectionSpecs, c.req.param('id'));
      const { start, limit } = readPage(c, { limit: 20, most: 100 });
      const all = await sandbox.services.database.use(listDatasets);
      const items = all.slice(start, start + limit).map(({ id, title, description }) => ({
        id,
        name: title,
        description,
        fileDescription: { format: 'parquet' },
        state: 'ACTIVE',
      }));
      const end = start + items.length;
      return c.json({ items, pageInfo: { start, end, total: all.length, hasNext: end < all.length } });
    })
    .get('/flowSpecs', async (c) => c.json(await flowPageOf(c, sandbox, knownFlowSpecs)))
    .get('/flowSpecs/:id', (c) => c.json({ items: [findSpec(knownFlowSpecs, c.req.param('id'))] }));
}

function findSpec<T extends { readonly id: string }>(specs: readonly T[], id: string): T {
  const found = specs.find((spec) => spec.id === id);
  if (!found) throw notFound('specification', id);
  return found;
}
