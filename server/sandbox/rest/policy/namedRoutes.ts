import { Hono } from 'hono';
import type { z } from 'zod';
import type { DocumentKind } from '../../store/documents';
import { badRequest, notFound } from '../problem';
import { readJson } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { policyPageOf } from './policyPage';

/** What Adobe defines under a name, and what the organization adds to it. */
export interface Named<T extends { readonly name: string }> {
  readonly noun: string;
  readonly schema: z.ZodType<T>;
  readonly core: readonly T[];
  readonly kind: DocumentKind<T>;
}

export function namedRoutes<T extends { readonly name: string }>(
  sandbox: RestSandbox,
  { noun, schema, core, kind }: Named<T>,
): Hono<RestEnvironment> {
  const { documents } = sandbox;
  return new Hono<RestEnvironment>({ strict: false })
    .get('/core', async (c) => c.json(await policyPageOf(c, sandbox, core)))
    .get('/core/:name', (c) => {
      const { name } = c.req.param();
      const found = core.find((each) => each.name === name);
      if (!found) throw notFound(noun, name);
      return c.json(found);
    })
    .get('/custom', async (c) => {
      const all = (await documents.list(kind)).map(({ body }) => body);
      return c.json(await policyPageOf(c, sandbox, all));
    })
    .get('/custom/:name', async (c) => {
      const { name } = c.req.param();
      const found = await documents.get(kind, name);
      if (!found) throw notFound(noun, name);
      return c.json(found.body);
    })
    .put('/custom/:name', async (c) => {
      const { name } = c.req.param();
      const body = await readJson(c, schema);
      if (body.name !== name) throw badRequest(`name: must be "${name}", as in the address`);
      if (core.some((each) => each.name === name))
        throw badRequest(`The ${noun} "${name}" is defined by Adobe`);
      const made = await documents.write(async (transaction) => {
        if (await transaction.update(kind, name, () => body)) return false;
        await transaction.insert(kind, name, body);
        return true;
      });
      return c.json(body, made ? 201 : 200);
    })
    .delete('/custom/:name', async (c) => {
      const { name } = c.req.param();
      if (!(await documents.remove(kind, name))) throw notFound(noun, name);
      return c.body(null, 200);
    });
}
