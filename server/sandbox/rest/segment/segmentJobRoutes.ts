import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { newSegmentJob, segmentJob, segmentJobList, type SegmentJob } from '../../../platform/segments';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { notFound } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { runSegmentJob } from './runSegmentJob';
import { storedSegment, storedSegmentJob, timesOf, type StoredSegmentJob } from './storedSegments';

/** Evaluations of audiences; a job goes on after its request was answered. */
export function segmentJobRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents, jobs } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const { start, limit } = readPage(c, { limit: 100, most: 1000 });
      const all = await documents.list(storedSegmentJob);
      const children = all.slice(start, start + limit).map(jobView);
      return answer(c, segmentJobList, { children, _page: { totalCount: all.length, pageSize: limit } });
    })
    .post('/', async (c) => {
      const segments = await readJson(c, newSegmentJob);
      for (const { segmentId } of segments) {
        if (!(await documents.get(storedSegment, segmentId))) throw notFound('segment definition', segmentId);
      }
      const made = await documents.insert(storedSegmentJob, randomUUID(), {
        status: 'PROCESSING',
        segments,
        metrics: {},
      });
      jobs.start(made.id, (signal) => runSegmentJob(sandbox, made, signal));
      return answer(c, segmentJob, jobView(made));
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedSegmentJob, id);
      if (!found) throw notFound('segment job', id);
      return answer(c, segmentJob, jobView(found));
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      jobs.cancel(id);
      if (!(await documents.remove(storedSegmentJob, id))) throw notFound('segment job', id);
      return c.json({});
    });
}

function jobView(document: Document<StoredSegmentJob>): SegmentJob {
  return { id: document.id, ...document.body, ...timesOf(document) };
}
