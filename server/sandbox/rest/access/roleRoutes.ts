import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import {
  newRole,
  role,
  roleList,
  roleSubjects,
  subjectChanges,
  type Role,
} from '../../../platform/accessControl';
import { findPermission, permissions } from '../../access/permissions';
import { administratorRole, storedRole, type StoredRole } from '../../access/roles';
import { coreLabels } from '../../policy/coreLabels';
import type { Document } from '../../store/documents';
import { answer } from '../answer';
import { applyJsonPatch, jsonPatch } from '../jsonPatch';
import { customLabel } from '../policy/policyStore';
import { badRequest, invalid, notFound } from '../problem';
import { readJson, readPage } from '../readRequest';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';

/** Roles: what those who have them may do, and the labels whose data they may see. */
export function roleRoutes(sandbox: RestSandbox): Hono<RestEnvironment> {
  const { documents, access } = sandbox;
  const find = async (id: string): Promise<Document<StoredRole>> => {
    if (id === administratorRole.id)
      throw badRequest('The role of the sandbox administrator cannot be changed');
    const found = await documents.get(storedRole, id);
    if (!found) throw notFound('role', id);
    return found;
  };
  const change = async (id: string, make: (before: StoredRole) => StoredRole): Promise<Role> => {
    await find(id);
    const changed = await documents.update(storedRole, id, ({ body }) => make(body));
    if (!changed) throw notFound('role', id);
    return roleView(changed);
  };
  return new Hono<RestEnvironment>({ strict: false })
    .get('/', async (c) => {
      const { start, limit } = readPage(c, { limit: 100, most: 1000 });
      const all = [await administratorView(sandbox), ...(await documents.list(storedRole)).map(roleView)];
      const items = all.slice(start, start + limit);
      const next = `/data/foundation/access-control/administration/roles?start=${start + limit}&limit=${limit}`;
      const _links = start + limit < all.length ? { next: { href: next } } : {};
      return answer(c, roleList, { items, _page: { limit, count: items.length }, _links });
    })
    .post('/', async (c) => {
      const { clientId } = c.get('client');
      const stored = storedOf(await readJson(c, newRole), { clientId, sandbox: access.sandbox });
      return answer(c, role, roleView(await documents.insert(storedRole, randomUUID(), stored)), 201);
    })
    .get('/:id', async (c) => {
      const { id } = c.req.param();
      if (id === administratorRole.id) return answer(c, role, await administratorView(sandbox));
      return answer(c, role, roleView(await find(id)));
    })
    .put('/:id', async (c) => {
      const body = await readJson(c, newRole);
      const modifiedBy = c.get('client').clientId;
      return answer(
        c,
        role,
        await change(c.req.param('id'), ({ subjects, createdBy, sandboxes }) => ({
          ...storedOf(body, { clientId: createdBy, sandbox: access.sandbox }),
          sandboxes: body.sandboxes ?? sandboxes,
          subjects,
          modifiedBy,
        })),
      );
    })
    .patch('/:id', async (c) => {
      const patch = await readJson(c, jsonPatch.or(jsonPatch.element.transform((one) => [one])));
      const { clientId } = c.get('client');
      return answer(
        c,
        role,
        await change(c.req.param('id'), ({ subjects, createdBy, ...before }) => {
          const read = newRole.safeParse(applyJsonPatch(before, patch));
          if (!read.success) throw invalid(read.error);
          const stored = storedOf(read.data, { clientId: createdBy, sandbox: access.sandbox });
          return { ...stored, subjects, modifiedBy: clientId };
        }),
      );
    })
    .delete('/:id', async (c) => {
      const { id } = await find(c.req.param('id'));
      await documents.remove(storedRole, id);
      return c.body(null, 204);
    })
    .get('/:id/subjects', async (c) => {
      const { id } = c.req.param();
      const subjects = id === administratorRole.id ? [access.clientId] : (await find(id)).body.subjects;
      return answer(c, roleSubjects, subjectsView(id, subjects));
    })
    .patch('/:id/subjects', async (c) => {
      const { id } = await find(c.req.param('id'));
      const changes = await readJson(c, subjectChanges);
      const changed = await documents.update(storedRole, id, ({ body }) => ({
        ...body,
        subjects: changes.reduce(withSubject, body.subjects),
      }));
      return answer(c, roleSubjects, subjectsView(id, changed?.body.subjects ?? []));
    });
}

function withSubject(
  subjects: readonly string[],
  { op, value }: { readonly op: 'add' | 'remove' | 'replace'; readonly value: string },
): string[] {
  switch (op) {
    case 'add':
      return [...new Set([...subjects, value])];
    case 'remove':
      return subjects.filter((subject) => subject !== value);
    case 'replace':
      return [value];
  }
}

/** Refuses permissions and labels that there are not: a role with a misspelt one would allow less than it says. */
function storedOf(
  body: ReturnType<typeof newRole.parse>,
  { clientId, sandbox }: { readonly clientId: string; readonly sandbox: string },
): StoredRole {
  const { description = '', permissionSets = [], sandboxes = [sandbox], subjectAttributes, ...rest } = body;
  const unknown = permissionSets.find((id) => !findPermission(id));
  if (unknown !== undefined) {
    const known = permissions.map(({ id }) => id).join(', ');
    throw badRequest(`permissionSets: there is no permission "${unknown}". There are ${known}`);
  }
  const labels = subjectAttributes?.labels ?? [];
  const wrong = labels.find((label) => !/^(core|custom)\/[^/]+$/.test(label));
  if (wrong !== undefined) {
    throw badRequest(`subjectAttributes.labels: "${wrong}" must be of the form core/C9 or custom/name`);
  }
  return {
    ...rest,
    description,
    roleType: 'user-defined',
    permissionSets: permissionSets.map((id) => findPermission(id)?.id ?? id),
    sandboxes,
    subjectAttributes: { ...subjectAttributes, labels },
    subjects: [],
    createdBy: clientId,
    modifiedBy: clientId,
  };
}

function roleView({ id, body, created, updated }: Document<StoredRole>): Role {
  // Those who have the role are told apart from it.
  return { ...body, subjects: undefined, id, createdAt: created, modifiedAt: updated };
}

async function administratorView({ access, documents }: RestSandbox): Promise<Role> {
  const custom = (await documents.list(customLabel)).map(({ id }) => `custom/${id}`);
  return {
    ...administratorRole,
    roleType: 'system-defined',
    permissionSets: permissions.map(({ id }) => id),
    sandboxes: [access.sandbox],
    subjectAttributes: { labels: [...coreLabels.map(({ name }) => `core/${name}`), ...custom] },
  };
}

function subjectsView(roleId: string, subjects: readonly string[]) {
  return {
    items: subjects.map((subjectId) => ({ roleId, subjectType: 'user', subjectId })),
    _page: { limit: 100, count: subjects.length },
    _links: { page: {} },
  };
}
