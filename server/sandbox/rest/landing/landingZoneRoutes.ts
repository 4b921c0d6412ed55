import { Hono, type Context } from 'hono';
import { z } from 'zod';
import {
  landingZoneContainer,
  landingZoneCredentials,
  type LandingZoneType,
} from '../../../platform/landingZone';
import { containers } from '../../landing/landingZone';
import type { DocumentKind } from '../../store/documents';
import { answer } from '../answer';
import { badRequest } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

const days = 7;
const dayMilliseconds = 86_400_000;

/** How often the credentials of a container were refreshed; by the container's name. */
const refreshCount: DocumentKind<{ count: number }> = {
  name: 'landingZoneRefresh',
  body: z.object({ count: z.number() }),
};

/** The credentials of the landing zone's containers. */
export function landingZoneRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', (c) =>
      answer(c, landingZoneContainer, { containerName: containers[typeOf(c)], containerTTL: String(days) }),
    )
    .get('/credentials', (c) => credentials(c, sandbox))
    .post('/credentials', async (c) => {
      if (c.req.query('action') !== 'refresh') throw badRequest('action must be refresh');
      const container = containers[typeOf(c)];
      await sandbox.documents.write(async (transaction) => {
        const changed = await transaction.update(refreshCount, container, ({ body }) => ({
          count: body.count + 1,
        }));
        if (!changed) await transaction.insert(refreshCount, container, { count: 1 });
      });
      return await credentials(c, sandbox);
    });
}

async function credentials(c: Context, sandbox: RestSandbox): Promise<Response> {
  const containerName = containers[typeOf(c)];
  const expiresAt = sandbox.now() + days * dayMilliseconds;
  const revision = await revisionOf(sandbox, containerName);
  const { origin } = new URL(c.req.url);
  const access = await sandbox.landingZone.credentials(containerName, { revision, expiresAt, origin });
  return answer(c, landingZoneCredentials, {
    ...access,
    expiryDate: new Date(expiresAt).toISOString().slice(0, 10),
  });
}

/** Credentials of a revision that is past let nobody in any more. */
export async function revisionOf({ documents }: RestSandbox, container: string): Promise<number> {
  return (await documents.get(refreshCount, container))?.body.count ?? 0;
}

function typeOf(c: Context): LandingZoneType {
  const type = c.req.query('type') ?? 'user_drop_zone';
  if (type === 'user_drop_zone' || type === 'dlz_destination') return type;
  throw badRequest('type must be user_drop_zone or dlz_destination');
}
