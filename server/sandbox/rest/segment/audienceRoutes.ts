import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { audience, audienceList, newSegment } from '../../../platform/segments';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { meeting, readConditions } from '../conditions';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { invalid, notFound, notSupported } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkRule } from './checkRule';
import { removeSegment } from './definitionRoutes';
import { audienceView } from './segmentView';
import { storedSegment, type StoredSegment } from './storedSegments';

/** Audiences: the newer form of segment definitions, which are the same ones. */
export function audienceRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  const change = async (
    c: Context<RestEnvironment>,
    make: (before: StoredSegment) => unknown,
  ): Promise<Response> => {
    const id = c.req.param('id') ?? '';
    const before = await documents.get(storedSegment, id);
    if (!before) throw notFound('audience', id);
    const body = await checked(c, sandbox, make(before.body));
    const changed = await documents.update(storedSegment, id, () => body);
    if (!changed) throw notFound('audience', id);
    return answer(c, audience, audienceView(changed));
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => answer(c, audienceList, await pageOf(c, sandbox)))
    .post('/', async (c) => {
      const body = await checked(c, sandbox, await readJson(c, newSegment));
      return answer(c, audience, audienceView(await documents.insert(storedSegment, randomUUID(), body)));
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedSegment, id);
      if (!found) throw notFound('audience', id);
      return answer(c, audience, audienceView(found));
    })
    .patch('/:id', async (c) => {
      const patch = await readJson(c, jsonPatch);
      return await change(c, (before) => applyJsonPatch(before, patch));
    })
    .put('/:id', async (c) => {
      const body = await readJson(c, newSegment);
      return await change(c, () => body);
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await removeSegment(sandbox, id))) throw notFound('audience', id);
      return c.body(null, 204);
    });
}

async function checked(
  c: Context<RestEnvironment>,
  sandbox: RestSandbox,
  body: unknown,
): Promise<StoredSegment> {
  const read = newSegment.safeParse(body);
  if (!read.success) throw invalid(read.error);
  const type = read.data['type'] ?? 'SegmentDefinition';
  if (type !== 'SegmentDefinition') throw notSupported(`audiences of the type ${String(type)}`);
  await checkRule(c, sandbox, read.data.expression.value, 'expression.value');
  return read.data;
}

async function pageOf(c: Context, { documents, services }: RestSandbox) {
  const { start, limit } = readPage(c, { limit: 20, most: 100 });
  const all = (await documents.list(storedSegment)).filter((document) => isAsked(c, document));
  const met = await meeting(
    services.database,
    all.map(audienceView),
    readConditions(c.req.queries('property')),
  );
  const next = start + limit < met.length ? { next: String(start + limit) } : {};
  const children = met.slice(start, start + limit);
  return { children, _page: { totalCount: met.length, pageSize: children.length, ...next }, _links: {} };
}

/** By the parameters `name` and `description`, which are parts of those of an audience. */
function isAsked(c: Context, { body }: Document<StoredSegment>): boolean {
  const contains = (text: string | undefined, part: string | undefined): boolean =>
    part === undefined || (text ?? '').toLowerCase().includes(part.toLowerCase());
  return contains(body.name, c.req.query('name')) && contains(body.description, c.req.query('description'));
}
