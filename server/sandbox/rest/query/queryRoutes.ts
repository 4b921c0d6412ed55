import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { newQuery, query, queryList, type Query } from '../../../platform/queries';
import { queryMessage } from '../../../platform/queryPage';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import type { QueryRunner } from './queryRunner';
import { isoTime, queryServicePage } from './queryServicePage';
import { storedQuery, type StoredQuery } from './storedQuery';

/** Queries that run without a session. */
export function queryRoutes(sandbox: RestSandbox, runner: QueryRunner): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const withDeleted = c.req.query('excludeSoftDeleted') === 'false';
      const all = (await documents.list(storedQuery)).filter(({ body }) => withDeleted || !body.softDeleted);
      const page = await queryServicePage(c, sandbox, all, fieldsOf);
      return answer(c, queryList, {
        queries: page.documents.map((each) => queryView(c, each)),
        ...page.frame,
      });
    })
    .post('/', async (c) => {
      const request = await readJson(c, newQuery);
      const submitted = await runner.submit({ request, clientId: c.get('client').clientId });
      return answer(c, query, queryView(c, submitted), 202);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedQuery, id);
      if (!found) throw notFound('query', id);
      return answer(c, query, queryView(c, found));
    })
    .patch('/:id', async (c) => {
      const { id } = c.req.param();
      const { op } = await readJson(c, z.looseObject({ op: z.enum(['cancel', 'soft_delete']) }));
      if (!(await documents.get(storedQuery, id))) throw notFound('query', id);
      if (op === 'cancel') {
        if (!runner.cancel(id)) throw badRequest(`The query ${id} has ended already`);
        return answer(c, queryMessage, { message: 'Query cancel request received', statusCode: 202 }, 202);
      }
      await documents.update(storedQuery, id, ({ body }) => ({ ...body, softDeleted: true }));
      return answer(c, queryMessage, { message: 'Soft delete request received', statusCode: 202 }, 202);
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedQuery, id);
      if (!found) throw notFound('query', id);
      if (isRunning(found.body)) throw badRequest(`The query ${id} has not ended yet. Cancel it first`);
      await documents.remove(storedQuery, id);
      return answer(c, queryMessage, { message: 'Deleted', statusCode: 202 }, 202);
    });
}

function isRunning({ state }: StoredQuery): boolean {
  return state === 'SUBMITTED' || state === 'IN_PROGRESS';
}

/** What lists are filtered by. */
function fieldsOf(body: StoredQuery): object {
  return {
    state: body.state,
    userId: body.userId,
    scheduleId: body.scheduleId,
    templateId: body.request.templateId,
    referenced_datasets: body.referencedDatasets,
    SQL: body.sql,
  };
}

function queryView(c: Context, { id, body, created, updated }: Document<StoredQuery>): Query {
  const { request, sql, state, rowCount, errors, isInsertInto, isCTAS, elapsedTime, clientId, userId } = body;
  const { origin } = new URL(c.req.url);
  const href = `${origin}/data/foundation/query/queries/${id}`;
  return {
    id,
    request: { ...request, sql: request.sql ?? sql },
    state,
    rowCount,
    errors,
    isInsertInto,
    isCTAS,
    version: 1,
    elapsedTime,
    created: isoTime(created),
    updated: isoTime(updated),
    client: 'API',
    clientId,
    userId,
    _links: {
      self: { href, method: 'GET' },
      soft_delete: { href, method: 'PATCH', body: '{ "op": "soft_delete"}' },
      ...(isRunning(body) ? { cancel: { href, method: 'PATCH', body: '{ "op": "cancel"}' } } : {}),
      referenced_datasets: body.referencedDatasets.map((dataset) => ({
        id: dataset,
        href: `${origin}/data/foundation/catalog/dataSets/${dataset}`,
      })),
    },
  };
}
