import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { scheduleRunDetail, scheduleRunList, type ScheduleRun } from '../../../platform/querySchedules';
import { queryMessage } from '../../../platform/queryPage';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { isoTime, queryServicePage } from './queryServicePage';
import type { Scheduler } from './scheduler';
import { storedRun, type StoredRun, type StoredSchedule } from './storedSchedule';

/** The runs of a schedule, whose id is in the path before. */
export function scheduleRunRoutes(
  sandbox: RestSandbox,
  scheduler: Scheduler,
  findSchedule: (id: string) => Promise<Document<StoredSchedule>>,
): Hono<RestEnvironment> {
  const { documents, jobs } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const { id } = await findSchedule(scheduleId(c));
      const all = (await documents.list(storedRun)).filter(({ body }) => body.scheduleId === id);
      const fieldsOf = ({ state, external }: StoredRun) => ({ state, externalTrigger: String(external) });
      const page = await queryServicePage(c, sandbox, all, fieldsOf);
      return answer(c, scheduleRunList, {
        runsSchedules: page.documents.map((run) => runView(c, run)),
        ...page.frame,
      });
    })
    .post('/', async (c) => {
      await scheduler.run(await findSchedule(scheduleId(c)), true);
      return answer(c, queryMessage, { message: 'Request to trigger run accepted', statusCode: 202 }, 202);
    })
    .get('/:run', async (c) => {
      const run = await find(c, sandbox);
      const { state, message, ended, queryId } = run.body;
      return answer(c, scheduleRunDetail, {
        ...runView(c, run),
        scheduleId: run.body.scheduleId,
        taskStatusList: [
          {
            taskId: queryId ?? runIdOf(run),
            state,
            message,
            startDate: isoTime(run.created),
            ...(ended === undefined
              ? {}
              : { endDate: isoTime(ended), duration: Math.round((ended - run.created) / 1000) }),
          },
        ],
      });
    })
    .patch('/:run', async (c) => {
      await readJson(c, z.looseObject({ op: z.literal('cancel') }));
      const { queryId } = (await find(c, sandbox)).body;
      if (queryId === undefined || !jobs.cancel(`query ${queryId}`))
        throw badRequest('The run has ended already');
      return answer(c, queryMessage, { message: 'Request to cancel run accepted', statusCode: 202 }, 202);
    });
}

function scheduleId(c: Context): string {
  return c.req.param('id') ?? '';
}

async function find(c: Context, { documents }: RestSandbox): Promise<Document<StoredRun>> {
  const runId = c.req.param('run') ?? '';
  const run = await documents.get(storedRun, `${scheduleId(c)} ${runId}`);
  if (!run) throw notFound('run', runId);
  return run;
}

function runIdOf({ id }: Document<StoredRun>): string {
  return id.slice(id.lastIndexOf(' ') + 1);
}

function runView(c: Context, run: Document<StoredRun>): ScheduleRun {
  const { scheduleId: schedule, state, external } = run.body;
  const id = runIdOf(run);
  const href = `${new URL(c.req.url).origin}/data/foundation/query/schedules/${schedule}/runs/${id}`;
  return {
    id,
    state,
    externalTrigger: String(external),
    created: isoTime(run.created),
    version: 1,
    _links: {
      self: { href, method: 'GET' },
      ...(state === 'IN_PROGRESS' ? { cancel: { href, method: 'PATCH', body: '{ "op": "cancel" }' } } : {}),
    },
  };
}
