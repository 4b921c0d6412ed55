import { Hono } from 'hono';
import { profileEntities } from '../../../platform/segments';
import { segmentsOf } from '../../segment/evaluateSegment';
import { mergePolicy } from '../../segment/mergePolicy';
import { answer } from '../answer';
import { badRequest } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { audienceRoutes } from './audienceRoutes';
import { definitionRoutes } from './definitionRoutes';
import { previewRoutes } from './previewRoutes';
import { segmentJobRoutes } from './segmentJobRoutes';

/** Audiences: their definitions, the jobs that evaluate them, and who is in them. */
export function segmentationRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return (
    new Hono<RestEnvironment>({ strict: false })
      .route('/segment/definitions', definitionRoutes(sandbox))
      .route('/segment/jobs', segmentJobRoutes(sandbox))
      .route('/audiences', audienceRoutes(sandbox))
      .route('/', previewRoutes(sandbox))
      .get('/config/mergePolicies', (c) =>
        c.json({ children: [mergePolicy], _page: { totalCount: 1 }, _links: { next: { href: '' } } }),
      )
      // Audiences are evaluated when a job is started, and not by themselves.
      .get('/config/schedules', (c) => c.json({ children: [], _page: { totalCount: 0 }, _links: {} }))
      .get('/access/entities', async (c) => {
        const identity = c.req.query('entityId');
        const namespace = c.req.query('entityIdNS');
        if (!identity || !namespace) throw badRequest('entityId and entityIdNS must be given');
        const found = await sandbox.services.database.use((connection) =>
          segmentsOf(connection, { namespace, identity }),
        );
        const memberships = found.map(({ segmentId, qualified }) => {
          const lastQualificationTime = new Date(qualified).toISOString();
          return [segmentId, { lastQualificationTime, status: 'realized' }] as const;
        });
        const entity = { segmentMembership: { ups: Object.fromEntries(memberships) } };
        return answer(c, profileEntities, { [identity]: { entityId: identity, entity } });
      })
  );
}
