import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { platformSandbox, sandboxList, type PlatformSandbox } from '../../platform/sandboxes';
import { answer } from './answer';
import { notFound } from './problem';
import { readPage } from './readRequest';
import type { RestEnvironment } from './restEnvironment';
import type { RestSandbox } from './restSandbox';

/** The one sandbox that there is, as one of a list. */
export function sandboxRoutes({ access }: RestSandbox): Hono<RestEnvironment> {
  const own: PlatformSandbox = {
    id: sandboxIdOf(access),
    name: access.sandbox,
    title: 'Local sandbox',
    state: 'active',
    type: access.sandbox === 'prod' ? 'production' : 'development',
    region: 'local',
    isDefault: true,
  };
  const list = (c: Context<RestEnvironment>): Response => {
    const { start, limit } = readPage(c, { limit: 50, most: 200, start: 'offset' });
    const sandboxes = [own].slice(start, start + limit);
    return answer(c, sandboxList, { sandboxes, _page: { limit, count: sandboxes.length } });
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', list)
    .get('/sandboxes', list)
    .get('/sandboxTypes', (c) => c.json({ sandboxTypes: ['production', 'development'] }))
    .get('/sandboxes/:name', (c) => {
      if (c.req.param('name') !== own.name) throw notFound('sandbox', c.req.param('name'));
      return answer(c, platformSandbox, own);
    });
}

/** In the form of a UUID, and the same whenever it is asked. */
function sandboxIdOf({ orgId, sandbox }: RestSandbox['access']): string {
  const hash = createHash('sha256').update(`${orgId} ${sandbox}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
