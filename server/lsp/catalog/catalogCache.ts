import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { PackedSnapshot } from './packedSnapshot';

/** How a file is known to be the one that was read. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly modified: string;
}

/** `$FEATURE_SQL_HOME/catalogs`, else `~/.feature-sql/catalogs`. */
export function catalogCacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment['FEATURE_SQL_HOME'] || join(homedir(), '.feature-sql'), 'catalogs');
}

/** The first line of a file; a checksum of all that follows stands behind it. */
const format = 'feature-sql catalog cache 1';

const headerSchema = z.object({
  source: z.string(),
  size: z.number(),
  modified: z.string(),
  /** Of the source. */
  sha256: z.string(),
  outline: z.string(),
  /** Of the columns of each data set, which follow the header. */
  lengths: z.array(z.number().int().nonnegative()),
});
type Header = z.infer<typeof headerSchema>;

const keptMilliseconds = 60 * 24 * 3600 * 1000;

/**
 * Large catalog files as they were packed when they were read last, one file each, so that the next start reads a
 * fifth of the bytes and checks nothing again. A file that does not fit its source any more is removed; one that
 * cannot be written costs time only.
 */
export class CatalogCache {
  constructor(
    private readonly folder: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** What was kept of a catalog file, if the file is still the same. */
  async find(source: string, stamp: FileStamp): Promise<PackedSnapshot | undefined> {
    const file = this.fileFor(source);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return undefined;
    const read = decode(bytes);
    if (!read || !(await isSame(source, stamp, read.header))) {
      await rm(file, { force: true });
      return undefined;
    }
    if (read.header.modified !== stamp.modified) await this.keep(source, stamp, read.snapshot);
    // The date tells when the file was used last.
    else await utimes(file, new Date(), new Date()).catch(() => undefined);
    return read.snapshot;
  }

  /** Keeps what was read of a catalog file, unless the file has changed since. */
  async keep(source: string, stamp: FileStamp, { outline, columns }: PackedSnapshot): Promise<void> {
    try {
      const sha256 = await hashOf(source);
      const { size, mtimeNs } = await stat(source, { bigint: true });
      if (Number(size) !== stamp.size || String(mtimeNs) !== stamp.modified) return;
      const lengths = columns.map((each) => each.length);
      const header: Header = { source: resolve(source), ...stamp, sha256, outline, lengths };
      await mkdir(this.folder, { recursive: true });
      const file = this.fileFor(source);
      const unfinished = `${file}.${process.pid}`;
      await writeFile(unfinished, encode(header, columns));
      await rename(unfinished, file);
      await this.removeOld();
    } catch (error) {
      this.warn(`The catalog cache could not be written: ${String(error)}`);
    }
  }

  private fileFor(source: string): string {
    return join(this.folder, createHash('sha256').update(resolve(source)).digest('hex').slice(0, 24));
  }

  private async removeOld(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const file = join(this.folder, name);
      const { mtimeMs } = await stat(file);
      if (Date.now() - mtimeMs > keptMilliseconds) await rm(file, { force: true });
    }
  }
}

async function isSame(source: string, stamp: FileStamp, header: Header): Promise<boolean> {
  if (header.source !== resolve(source) || header.size !== stamp.size) return false;
  // A checkout changes the date alone.
  return header.modified === stamp.modified || header.sha256 === (await hashOf(source));
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

function encode(header: Header, columns: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...columns]);
  return Buffer.concat([Buffer.from(`${format} ${crc32(body)}\n`), body]);
}

function decode(bytes: Buffer): { readonly header: Header; readonly snapshot: PackedSnapshot } | undefined {
  const firstEnd = bytes.indexOf('\n');
  const body = bytes.subarray(firstEnd + 1);
  if (bytes.toString('utf8', 0, firstEnd) !== `${format} ${crc32(body)}`) return undefined;
  const headerEnd = body.indexOf('\n');
  const read = headerSchema.safeParse(JSON.parse(body.toString('utf8', 0, headerEnd)));
  if (!read.success) return undefined;
  const header = read.data;
  let at = headerEnd + 1;
  const columns = header.lengths.map((length) => body.subarray(at, (at += length)));
  return { header, snapshot: { outline: header.outline, columns } };
}
