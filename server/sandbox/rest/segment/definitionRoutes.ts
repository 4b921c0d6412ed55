import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { newSegment, segment, segmentList, type Segment } from '../../../platform/segments';
import { membersQuery, removeMembers } from '../../segment/evaluateSegment';
import { PqlProblem } from '../../segment/pqlProblem';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { storedSegment, timesOf, type StoredSegment } from './storedSegments';

/** Definitions of audiences: a name and a rule. */
export function definitionRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => answer(c, segmentList, pageOf(c, await documents.list(storedSegment))))
    .post('/', async (c) => {
      const body = await readDefinition(c, sandbox);
      return answer(c, segment, segmentView(await documents.insert(storedSegment, randomUUID(), body)));
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
      const wasThere = await documents.write(async (transaction) => {
        await removeMembers(transaction.connection, id);
        return await transaction.remove(storedSegment, id);
      });
      if (!wasThere) throw notFound('segment definition', id);
      return c.json({});
    });
}

/** A definition whose rule can be evaluated. */
async function readDefinition(
  c: Context<RestEnvironment>,
  { services }: RestSandbox,
): Promise<StoredSegment> {
  const body = await readJson(c, newSegment);
  try {
    await services.database.use((connection) => membersQuery(connection, body.expression.value));
  } catch (error) {
    if (error instanceof PqlProblem) throw badRequest(`expression.value: ${error.message}`);
    throw error;
  }
  return body;
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

function segmentView(document: Document<StoredSegment>): Segment {
  return {
    ...document.body,
    id: document.id,
    evaluationInfo: {
      batch: { enabled: true },
      continuous: { enabled: false },
      synchronous: { enabled: false },
    },
    lifecycleState: 'published',
    ...timesOf(document),
  };
}
