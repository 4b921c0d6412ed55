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
    .get('/sandboxes/:name', (c) => {
      if (c.req.param('name') !== own.name) throw notFound('sandbox', c.req.param('name'));
      return answer(c, platformSandbox, own);
    });
}
