import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { newPreview } from '../../../platform/segments';
import { membersQuery } from '../../segment/evaluateSegment';
import type { DocumentKind } from '../../store/documents';
import { answer } from '../answer';
import { notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { checkRule } from './checkRule';

/** A rule that someone tries out. */
const storedPreview: DocumentKind<{ rule: string }> = {
  name: 'segmentPreview',
  body: z.object({ rule: z.string() }),
};

const preview = z.looseObject({ previewId: z.string(), state: z.string() });
const estimate = z.looseObject({ state: z.string(), estimatedSize: z.number() });
const sampleSize = 100;

/** What a rule would find, before there is an audience of it: some members, and how many there are. */
export function previewRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents, services } = sandbox;
  const ruleOf = async (c: Context): Promise<string> => {
    const id = c.req.param('id') ?? '';
    const found = await documents.get(storedPreview, id);
    if (!found) throw notFound('preview', id);
    return found.body.rule;
  };
  const select = async (c: Context, what: string, end = '') => {
    const rule = await ruleOf(c);
    const found = await services.database.use(async (connection) =>
      connection.runAndReadAll(`SELECT ${what} FROM (${await membersQuery(connection, rule)})${end}`),
    );
    return found.getRows();
  };
  return new Hono<RestEnvironment>({ strict: false })
    .post('/preview', async (c) => {
      const { predicateExpression: rule } = await readJson(c, newPreview);
      await checkRule(c, sandbox, rule, 'predicateExpression');
      const { id } = await documents.insert(storedPreview, randomUUID(), { rule });
      return answer(c, preview, { state: 'NEW', previewQueryId: id, previewId: id }, 202);
    })
    .get('/preview/:id', async (c) => {
      const members = await select(c, 'namespace, identity', ` LIMIT ${sampleSize}`);
      const results = members.map(([namespace, identity]) => ({ [String(namespace)]: identity }));
      const id = c.req.param('id');
      return answer(c, preview, { previewId: id, previewQueryId: id, state: 'RESULT_READY', results });
    })
    .delete('/preview/:id', async (c) => {
      await ruleOf(c);
      await documents.remove(storedPreview, c.req.param('id'));
      return c.body(null, 204);
    })
    .get('/estimate/:id', async (c) => {
      const [row] = await select(c, 'count(*)');
      const estimatedSize = Number(row?.[0]);
      return answer(c, estimate, {
        state: 'RESULT_READY',
        previewQueryId: c.req.param('id'),
        estimatedSize,
        // All profiles were looked at.
        standardError: 0,
        confidenceInterval: '100%',
      });
    });
}
