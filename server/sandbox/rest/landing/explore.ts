import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from 'hono';
import { exploredItems } from '../../../platform/landingZone';
import { xdmTypeOf } from '../../../platform/xdmType';
import { containers, type LandedFile } from '../../landing/landingZone';
import { propertyOf } from '../../store/columnTypes';
import { quoted } from '../../store/sqlText';
import { answer } from '../answer';
import { badRequest, notFound } from '../problem';
import type { RestSandbox } from '../restSandbox';

const container = containers.user_drop_zone;
const previewRows = 100;

/** Shows what is in the container that clients write to: folders, and the start of a file. */
export async function exploreLandingZone(c: Context, sandbox: RestSandbox): Promise<Response> {
  const path = (c.req.query('object') ?? '')
    .replace(/^\/+|\/+$/g, '')
    .replace(new RegExp(`^${container}/?`), '');
  switch (c.req.query('objectType')) {
    case 'root':
      return answer(c, exploredItems, [
        { type: 'folder', name: container, path: container, canPreview: false, canFetchSchema: false },
      ]);
    case 'folder':
      return answer(c, exploredItems, itemsIn(path, await sandbox.landingZone.list(container)));
    case 'file':
      return await preview(c, sandbox, path);
    default:
      throw badRequest('objectType must be root, folder or file');
  }
}

/** The files and folders right in a folder. */
function itemsIn(folder: string, files: readonly LandedFile[]) {
  const start = folder === '' ? '' : `${folder}/`;
  const names = new Map<string, 'file' | 'folder'>();
  for (const { path } of files) {
    if (!path.startsWith(start)) continue;
    const [name = '', ...rest] = path.slice(start.length).split('/');
    names.set(name, rest.length > 0 ? 'folder' : 'file');
  }
  return [...names].map(([name, type]) => ({
    type,
    name,
    path: `${container}/${start}${name}`,
    canPreview: type === 'file',
    canFetchSchema: type === 'file',
  }));
}

async function preview(
  c: Context,
  { landingZone, services, temporaryFolder }: RestSandbox,
  path: string,
): Promise<Response> {
  if (!(await landingZone.find(container, path))) throw notFound('file', path);
  const format = formatOf(
    c.req.query('fileType') ?? c.req.query('FILE_TYPE') ?? path.split('.').at(-1) ?? '',
  );
  const copy = join(temporaryFolder, `explore-${randomUUID()}`);
  await landingZone.copyTo(container, path, copy);
  try {
    const found = await services.database.use((connection) =>
      connection.runAndReadAll(`SELECT * FROM ${readers[format]}(${quoted(copy)}) LIMIT ${previewRows}`),
    );
    const columns = found.columnNames().map((name, index) => {
      const property = propertyOf(name, found.columnType(index));
      return { name, type: xdmTypeOf(property), xdm: { type: property.type } };
    });
    return c.json({ format, schema: { columns }, data: found.getRowObjectsJson() });
  } catch {
    throw badRequest(`The file ${path} cannot be read as ${format}`);
  } finally {
    await rm(copy, { force: true });
  }
}

const readers = { delimited: 'read_csv', json: 'read_json', parquet: 'read_parquet' } as const;

function formatOf(text: string): keyof typeof readers {
  const known: Readonly<Record<string, keyof typeof readers>> = {
    delimited: 'delimited',
    csv: 'delimited',
    json: 'json',
    parquet: 'parquet',
  };
  const format = known[text.toLowerCase()];
  if (!format) throw badRequest('fileType must be delimited, json or parquet');
  return format;
}
