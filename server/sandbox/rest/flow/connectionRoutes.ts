import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import { createdInFlow } from '../../../platform/flowConnections';
import type { Document, DocumentKind } from '../../store/documents';
import { answer } from '../answer';
import { etagOf, requireMatch } from '../etag';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { invalid, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { flowPageOf } from './flowPage';

/** One of the three kinds of connections. */
export interface ConnectionKind<T> {
  readonly noun: string;
  readonly kind: DocumentKind<T>;
  /** Throws a problem for one that cannot be. */
  readonly check: (connection: T, c: Context<RestEnvironment>) => Promise<void>;
}

export function connectionRoutes<T extends object>(
  sandbox: RestSandbox,
  { noun, kind, check }: ConnectionKind<T>,
): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const all = (await documents.list(kind)).toReversed().map(connectionView);
      return c.json(await flowPageOf(c, sandbox, all));
    })
    .post('/', async (c) => {
      const body = await readJson(c, kind.body);
      await check(body, c);
      const made = await documents.insert(kind, randomUUID(), body);
      return answer(c, createdInFlow, { id: made.id, etag: etagOf(made) }, 201);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(kind, id);
      if (!found) throw notFound(noun, id);
      return c.json({ items: [connectionView(found)] });
    })
    .get('/:id/test', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(kind, id);
      if (!found) throw notFound(noun, id);
      // The landing zone is in the data folder: what can be made can be reached.
      return c.json({ id, etag: etagOf(found) });
    })
    .patch('/:id', async (c) => {
      const { id } = c.req.param();
      const patch = await readJson(c, jsonPatch);
      const before = await documents.get(kind, id);
      if (!before) throw notFound(noun, id);
      const read = kind.body.safeParse(applyJsonPatch(before.body, patch));
      if (!read.success) throw invalid(read.error as z.ZodError);
      await check(read.data, c);
      const changed = await documents.update(kind, id, (present) => {
        requireMatch(c, present, { optional: false });
        return read.data;
      });
      return answer(c, createdInFlow, { id, etag: etagOf(changed) });
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await documents.remove(kind, id))) throw notFound(noun, id);
      return c.body(null, 204);
    });
}

function connectionView<T extends object>(document: Document<T>) {
  const { id, body, created, updated } = document;
  return { ...body, id, etag: etagOf(document), state: 'enabled', createdAt: created, updatedAt: updated };
}
