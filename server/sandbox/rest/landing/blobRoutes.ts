import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import type { FolderLandingZone } from '../../landing/folderLandingZone';
import type { LandedFile } from '../../landing/landingZone';
import { Problem } from '../problem';
import { readRange } from '../byteRange';
import type { RestEnvironment } from '../restEnvironment';
import type { RestSandbox } from '../restSandbox';
import { blobListXml } from './blobListXml';
import { BlockUploads } from './blockUploads';
import { revisionOf } from './landingZoneRoutes';

/**
 * The landing zone's containers as clients of Azure Blob Storage see them: list, read, write and delete block blobs.
 * Who has a shared access signature needs nothing else.
 */
export function blobRoutes(sandbox: RestSandbox, landingZone: FolderLandingZone): Hono<RestEnvironment> {
  const blocks = new BlockUploads(sandbox.temporaryFolder, landingZone);
  const routes = new Hono<RestEnvironment>({ strict: false });
  routes.use('/:container/*', async (c, next) => {
    await checkSignature(c, sandbox);
    c.header('x-ms-version', '2021-08-06');
    c.header('x-ms-request-id', c.get('requestId'));
    await next();
  });
  routes.get('/:container', async (c) => {
    if (c.req.query('restype') !== 'container') throw badBlobRequest('restype must be container');
    if (c.req.query('comp') !== 'list') return c.body(null, 200, { etag: '"container"' });
    const files = await landingZone.list(c.req.param('container'), c.req.query('prefix') ?? '');
    return c.body(blobListXml(c, files), 200, { 'content-type': 'application/xml' });
  });
  routes.get('/:container/:path{.+}', async (c) => {
    const { container, path } = c.req.param();
    const file = await landingZone.find(container, path);
    const place = landingZone.fileOf(container, path);
    if (!file || place === undefined) throw new Problem(404, 'BlobNotFound', 'The blob does not exist');
    const range = readRange(c.req.header('x-ms-range') ?? c.req.header('range'), file.size);
    const headers = { ...headersOf(file), 'content-length': String(range.length), 'accept-ranges': 'bytes' };
    const partial = range.isPart
      ? { 'content-range': `bytes ${range.start}-${range.start + range.length - 1}/${file.size}` }
      : {};
    // A stream of nothing has no end that comes after its start.
    if (c.req.method === 'HEAD' || range.length === 0) return c.body(null, 200, headers);
    const content = createReadStream(place, { start: range.start, end: range.start + range.length - 1 });
    return c.body(Readable.toWeb(content) as ReadableStream, range.isPart ? 206 : 200, {
      ...headers,
      ...partial,
    });
  });
  routes.put('/:container/:path{.+}', async (c) => {
    const { container, path } = c.req.param();
    if (landingZone.fileOf(container, path) === undefined)
      throw badBlobRequest('The name of the blob is not usable');
    switch (c.req.query('comp')) {
      case 'block':
        await blocks.save(container, path, c.req.query('blockid') ?? '', c.req.raw.body);
        break;
      case 'blocklist':
        await blocks.commit(container, path, await c.req.text());
        break;
      case undefined:
        await blocks.saveWhole(container, path, c.req.raw.body);
        break;
      default:
        throw badBlobRequest(`comp=${c.req.query('comp')} is not supported`);
    }
    return c.body(null, 201, {
      etag: `"${randomUUID()}"`,
      'last-modified': new Date(sandbox.now()).toUTCString(),
    });
  });
  routes.delete('/:container/:path{.+}', async (c) => {
    const { container, path } = c.req.param();
    if (!(await landingZone.remove(container, path)))
      throw new Problem(404, 'BlobNotFound', 'The blob does not exist');
    return c.body(null, 202);
  });
  return routes;
}

async function checkSignature(c: Context<RestEnvironment>, sandbox: RestSandbox): Promise<void> {
  const container = c.req.param('container') ?? '';
  const revision = await revisionOf(sandbox, container);
  const parameters = new URL(c.req.url).searchParams;
  if (sandbox.sharedAccess.allows(container, revision, parameters, sandbox.now())) return;
  throw new Problem(403, 'AuthenticationFailed', 'The shared access signature is missing, wrong or expired');
}

function badBlobRequest(detail: string): Problem {
  return new Problem(400, 'InvalidQueryParameterValue', detail);
}

function headersOf({ path, size, modified }: LandedFile): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    etag: `"${createHash('md5').update(`${path}:${size}:${modified}`).digest('hex')}"`,
    'last-modified': new Date(modified).toUTCString(),
    'x-ms-blob-type': 'BlockBlob',
  };
}
