import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { limitBytes } from '../limitBytes';
import { badRequest, Problem } from '../problem';
import { notGzip } from '../readBody';

/** Bytes of one file, or of one part of a large one. */
const largestUpload = 256 << 20;
const largestFile = 2 ** 40;

export interface UploadedContent {
  readonly stream: ReadableStream<Uint8Array> | null;
  /** It comes in gzip, and is kept without it. */
  readonly isPacked: boolean;
}

/** The files that clients have sent for batches that are not loaded yet. */
export class Uploads {
  /** `folder` must be one that the database may read. */
  constructor(private readonly folder: string) {}

  /** Where a file lies. Names come from clients, so they are no part of it. */
  pathOf(batchId: string, name: string): string {
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    return join(this.folder, hash(batchId), hash(name));
  }

  async sizeOf(batchId: string, name: string): Promise<number> {
    return (await stat(this.pathOf(batchId, name))).size;
  }

  /** Puts a file in the place of one of the same name. */
  async save(batchId: string, name: string, content: UploadedContent): Promise<void> {
    await this.start(batchId, name);
    await append(this.pathOf(batchId, name), content, 0);
  }

  /** Makes an empty file, whose parts follow. */
  async start(batchId: string, name: string): Promise<void> {
    const path = this.pathOf(batchId, name);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await rm(path, { force: true });
    await writeFile(path, '');
  }

  /** Writes the part of a file that a `Content-Range` header names: `bytes 0-9/100`. */
  async savePart(
    batchId: string,
    name: string,
    range: string | undefined,
    content: UploadedContent,
  ): Promise<void> {
    const found = /^bytes (\d{1,13})-(\d{1,13})\/(\d{1,13}|\*)$/.exec(range ?? '');
    const start = Number(found?.[1]);
    const end = Number(found?.[2]);
    if (!found || end < start || end >= largestFile) {
      throw badRequest('The header Content-Range must be of the form bytes 0-1023/4096');
    }
    const path = this.pathOf(batchId, name);
    const size = await stat(path).then(
      (stats) => stats.size,
      () => undefined,
    );
    if (size === undefined) throw badRequest(`The upload of ${name} was not initialized`);
    // What was never sent must not be taken for zeros.
    if (start > size) throw badRequest(`The part of ${name} from ${size} to ${start - 1} is missing`);
    await append(path, content, start);
    const written = (await stat(path)).size;
    if (written < end + 1) throw badRequest(`The part of ${name} is shorter than Content-Range says`);
    if (written > Math.max(size, end + 1)) await truncate(path, Math.max(size, end + 1));
  }

  async remove(batchId: string): Promise<void> {
    await rm(join(this.pathOf(batchId, ''), '..'), { recursive: true, force: true });
  }
}

async function append(path: string, { stream, isPacked }: UploadedContent, start: number): Promise<void> {
  if (!stream) return;
  const source = Readable.fromWeb(stream);
  const target = createWriteStream(path, { flags: 'r+', start });
  const limit = limitBytes(largestUpload);
  if (!isPacked) return await pipeline(source, limit, target);
  try {
    await pipeline(source, createGunzip(), limit, target);
  } catch (error) {
    throw error instanceof Problem ? error : notGzip();
  }
}
