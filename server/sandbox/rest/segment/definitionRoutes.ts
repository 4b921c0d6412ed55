import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { newSegment, segment, segmentList, segmentsAsked } from '../../../platform/segments';
import { removeMembers } from '../../segment/evaluateSegment';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { notFound } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkRule } from './checkRule';
import { segmentView } from './segmentView';
import { storedSegment, type StoredSegment } from './storedSegments';

/** Definitions of audiences: a name and a rule. */
export function definitionRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => answer(c, segmentList, pageOf(c, await documents.list(storedSegment))))
    .post('/', async (c) => {
      const body = await readDefinition(c, sandbox);
      return answer(c, segment, segmentView(await documents.insert(storedSegment, randomUUID(), body)));
    })
    .post('/bulk-get', async (c) => {
      const asked = await readJson(c, segmentsAsked);
      const ids = Array.isArray(asked) ? asked : asked.ids.map(({ id }) => id);
      const found = await Promise.all(ids.map((id) => documents.get(storedSegment, id)));
      const known = found.filter((document) => document !== undefined);
      return c.json({ results: Object.fromEntries(known.map((each) => [each.id, segmentView(each)])) });
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedSegment, id);
      if (!found) throw notFound('segment definition', id);
      return answer(c, segment, segmentView(found));
    })
    .patch('/:id', async (c) => {
      const { id } = c.req.param();
      const body = await readDefinition(c, sandbox);
      const changed = await documents.update(storedSegment, id, () => body);
      if (!changed) throw notFound('segment definition', id);
      return answer(c, segment, segmentView(changed));
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await removeSegment(sandbox, id))) throw notFound('segment definition', id);
      return c.json({});
    });
}

/** A definition whose rule can be evaluated. */
async function readDefinition(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<StoredSegment> {
  const body = await readJson(c, newSegment);
  await checkRule(c, sandbox, body.expression.value, 'expression.value');
  return body;
}

/** Removes a definition and its members; whether there was one. */
export async function removeSegment({ documents }: RestSandbox, id: string): Promise<boolean> {
  return await documents.write(async (transaction) => {
    await removeMembers(transaction.connection, id);
    return await transaction.remove(storedSegment, id);
  });
}

/** Pages count from 0; the first one comes too when none is asked for. */
function pageOf(c: Context, all: readonly Document<StoredSegment>[]) {
  const { start: page, limit } = readPage(c, { limit: 100, most: 100, start: 'page' });
  return {
    segments: all.slice(page * limit, (page + 1) * limit).map(segmentView),
    page: {
      totalCount: all.length,
      totalPages: Math.ceil(all.length / limit),
      sortField: 'creationTime',
      sort: 'asc',
      pageSize: limit,
      limit,
    },
  };
}
