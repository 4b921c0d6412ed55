import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import {
  newQueryTemplate,
  queryTemplate,
  queryTemplateList,
  type QueryTemplate,
} from '../../../platform/queryTemplates';
import { queryMessage } from '../../../platform/queryPage';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { isoTime, queryServicePage } from './queryServicePage';
import { storedTemplate, type StoredTemplate } from './storedTemplate';

/** Query templates: queries kept under a name, with parameters. */
export function templateRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const all = await documents.list(storedTemplate);
      const { documents: page, frame } = await queryServicePage(c, sandbox, all, (body) => body);
      return answer(c, queryTemplateList, { templates: page.map(templateView), ...frame });
    })
    .post('/', async (c) => {
      const { name, sql, queryParameters = {} } = await readJson(c, newQueryTemplate);
      const { clientId } = c.get('client');
      const made = { name, sql, queryParameters, userId: clientId, lastUpdatedBy: clientId };
      return answer(
        c,
        queryTemplate,
        templateView(await documents.insert(storedTemplate, randomUUID(), made)),
        202,
      );
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      const found = await documents.get(storedTemplate, id);
      if (!found) throw notFound('query template', id);
      return answer(c, queryTemplate, templateView(found));
    })
    .put('/:id', async (c) => {
      const { id } = c.req.param();
      const { name, sql, queryParameters = {} } = await readJson(c, newQueryTemplate);
      const { clientId } = c.get('client');
      const changed = await documents.update(storedTemplate, id, ({ body }) => ({
        ...body,
        name,
        sql,
        queryParameters,
        lastUpdatedBy: clientId,
      }));
      if (!changed) throw notFound('query template', id);
      return answer(c, queryTemplate, templateView(changed), 202);
    })
    .delete('/:id', async (c) => {
      const { id } = c.req.param();
      if (!(await documents.remove(storedTemplate, id))) throw notFound('query template', id);
      return answer(c, queryMessage, { message: 'Deleted', statusCode: 202 }, 202);
    });
}

function templateView({ id, body, created, updated }: Document<StoredTemplate>): QueryTemplate {
  return { id, ...body, created: isoTime(created), updated: isoTime(updated) };
}
