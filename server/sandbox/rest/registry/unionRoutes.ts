import { Hono } from 'hono';
import type { XdmSchema } from '../../../platform/xdm';
import type { XdmProperties } from '../../synthetic/xdmProperties';
import { mergeProperties } from '../../xdm/mergeProperties';
import { notFound } from '../problem';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { readAccept } from './accept';
import { currentRegistry } from './currentRegistry';
import { registryPage } from './registryPage';
import { schemaView, summaryOf } from './resourceView';

/** Unions: for a class, the fields of all its schemas that profiles are made of. */
export function unionRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const unions = async (): Promise<readonly XdmSchema[]> =>
    unionsOf((await currentRegistry(sandbox)).schemas);
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const form = readAccept(c);
      const page = await registryPage(c, sandbox.services.database, await unions(), ({ $id }) => $id);
      const results = page.results.map((union) =>
        form.items === 'resource' ? schemaView(union, form) : summaryOf(union),
      );
      return c.json({ ...page, results });
    })
    .get('/:id', async (c) => {
      const form = readAccept(c);
      const { id } = c.req.param();
      const found = (await unions()).find((union) => union.$id === id || union['meta:altId'] === id);
      if (!found) throw notFound('union', id);
      return c.json(schemaView(found, form));
    });
}

/** Schemas take part in the union of their class once they are tagged so. */
export function unionsOf(schemas: readonly XdmSchema[]): readonly XdmSchema[] {
  const byClass = new Map<string, XdmSchema[]>();
  for (const schema of schemas) {
    if (!schema['meta:immutableTags']?.includes('union')) continue;
    byClass.set(schema['meta:class'], [...(byClass.get(schema['meta:class']) ?? []), schema]);
  }
  return [...byClass].map(([schemaClass, members]) => unionOf(schemaClass, members));
}

function unionOf(schemaClass: string, members: readonly XdmSchema[]): XdmSchema {
  const name = schemaClass.split('/').at(-1) ?? '';
  const merged = members.reduce<XdmProperties>((all, { properties }) => mergeProperties(all, properties), {});
  return {
    $id: `${schemaClass}__union`,
    'meta:altId': `_xdm.context.${name}__union`,
    'meta:resourceType': 'unions',
    'meta:class': schemaClass,
    'meta:extends': members.map(({ $id }) => $id),
    version: '1.0',
    title: `Union of ${name}`,
    type: 'object',
    properties: { ...merged },
    'meta:descriptors': members.flatMap((schema) => schema['meta:descriptors'] ?? []),
  };
}
