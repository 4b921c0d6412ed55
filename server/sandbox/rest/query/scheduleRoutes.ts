import { createHash, randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import {
  newSchedule,
  querySchedule,
  scheduleList,
  scheduleOperations,
  type QuerySchedule,
} from '../../../platform/querySchedules';
import { queryMessage } from '../../../platform/queryPage';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { parseCron } from './cron';
import { queryServicePage } from './queryServicePage';
import { checkDatabase, writtenText } from './requestText';
import type { Scheduler } from './scheduler';
import { scheduleRunRoutes } from './scheduleRunRoutes';
import { storedSchedule, type StoredSchedule } from './storedSchedule';

/** Queries that are run again and again. */
export function scheduleRoutes(sandbox: RestSandbox, scheduler: Scheduler): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const all = await documents.list(storedSchedule);
      const fieldsOf = ({ query, clientId }: StoredSchedule) => ({
        templateId: query.templateId,
        userId: clientId,
      });
      const page = await queryServicePage(c, sandbox, all, fieldsOf);
      return answer(c, scheduleList, {
        schedules: page.documents.map((each) => scheduleView(c, each)),
        ...page.frame,
      });
    })
    .post('/', async (c) => {
      const { query, schedule } = await readJson(c, newSchedule);
      checkTimes(schedule);
      checkDatabase(query.dbName);
      await writtenText(sandbox, query);
      const { clientId } = c.get('client');
      const made = await documents.insert(storedSchedule, newId(query.name ?? 'query'), {
        query,
        schedule: { maxActiveRuns: 1, ...schedule },
        state: 'ENABLED',
        clientId,
        updatedBy: clientId,
      });
      scheduler.plan(made);
      return answer(c, querySchedule, { ...scheduleView(c, made), state: 'REGISTERING' }, 202);
    })
    .get('/:id', async (c) =>
      answer(c, querySchedule, scheduleView(c, await find(sandbox, c.req.param('id')))),
    )
    .patch('/:id', async (c) => {
      const body = await readJson(
        c,
        z.union([scheduleOperations, z.looseObject({ body: scheduleOperations })]),
      );
      const operations = Array.isArray(body) ? body : body.body;
      const changed = await documents.update(storedSchedule, c.req.param('id'), (before) => ({
        ...operations.reduce(applied, before.body),
        updatedBy: c.get('client').clientId,
      }));
      if (!changed) throw notFound('schedule', c.req.param('id'));
      scheduler.plan(changed);
      return answer(c, queryMessage, { message: 'Request to patch accepted', statusCode: 202 }, 202);
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await documents.remove(storedSchedule, id))) throw notFound('schedule', id);
      scheduler.forget(id);
      return answer(c, queryMessage, { message: 'Deleted', statusCode: 202 }, 202);
    })
    .route(
      '/:id/runs',
      scheduleRunRoutes(sandbox, scheduler, (id) => find(sandbox, id)),
    );
}

async function find({ documents }: RestSandbox, id: string): Promise<Document<StoredSchedule>> {
  const found = await documents.get(storedSchedule, id);
  if (!found) throw notFound('schedule', id);
  return found;
}

/** In the form of the Platform's: `<hash>_<uuid>_<name>_<suffix>`. */
function newId(name: string): string {
  const uuid = randomUUID();
  const hash = createHash('md5').update(uuid).digest('hex');
  return `${hash}_${uuid}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}_${uuid.slice(0, 8)}`;
}

function checkTimes({ schedule, startDate, endDate }: StoredSchedule['schedule']): void {
  if (!parseCron(schedule)) throw badRequest(`schedule.schedule: "${schedule}" has not five fields of cron`);
  for (const date of [startDate, endDate]) {
    if (date !== undefined && Number.isNaN(Date.parse(date))) {
      throw badRequest(`schedule: "${date}" is not a time in ISO 8601`);
    }
  }
}

function applied(
  schedule: StoredSchedule,
  operation: z.infer<typeof scheduleOperations>[number],
): StoredSchedule {
  const { path, value } = operation;
  if (path === '/state') {
    if (value === 'enable') return { ...schedule, state: 'ENABLED' };
    if (value === 'disable') return { ...schedule, state: 'DISABLED' };
    throw badRequest('/state must be enable or disable');
  }
  const field = /^\/schedule\/(schedule|startDate|endDate)$/.exec(path)?.[1];
  if (field === undefined) throw badRequest(`${path} of a schedule cannot be changed`);
  const changed = { ...schedule, schedule: { ...schedule.schedule, [field]: value } };
  checkTimes(changed.schedule);
  return changed;
}

function scheduleView(c: Context, { id, body, created, updated }: Document<StoredSchedule>): QuerySchedule {
  const href = `${new URL(c.req.url).origin}/data/foundation/query/schedules/${id}`;
  const patch = (state: string) => ({
    href,
    method: 'PATCH',
    body: JSON.stringify({ body: [{ op: 'replace', path: '/state', value: state }] }),
  });
  return {
    id,
    state: body.state,
    query: body.query,
    schedule: body.schedule,
    created: String(created),
    updated: String(updated),
    userId: body.clientId,
    updatedUserId: body.updatedBy,
    version: 1,
    _links: {
      self: { href, method: 'GET' },
      runs: { href: `${href}/runs`, method: 'GET' },
      trigger: { href: `${href}/runs`, method: 'POST' },
      enable: patch('enable'),
      disable: patch('disable'),
      delete: { href, method: 'DELETE' },
    },
  };
}
