import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LandingZone } from '../../landing/landingZone';
import { limitBytes } from '../limitBytes';
import { Problem } from '../problem';

/** Bytes of a blob that is sent in one piece, or of one block. */
const largestPiece = 256 << 20;

/** Blobs on their way into the landing zone, whole or as blocks that are put together at the end. */
export class BlockUploads {
  readonly #folder: string;
  readonly #landingZone: LandingZone;

  constructor(temporaryFolder: string, landingZone: LandingZone) {
    this.#folder = join(temporaryFolder, 'blobs');
    this.#landingZone = landingZone;
  }

  async saveWhole(
    container: string,
    path: string,
    content: ReadableStream<Uint8Array> | null,
  ): Promise<void> {
    const file = join(this.#folder, randomUUID());
    await write(file, content);
    await this.#landingZone.take(file, container, path);
  }

  async save(
    container: string,
    path: string,
    blockId: string,
    content: ReadableStream<Uint8Array> | null,
  ): Promise<void> {
    await write(this.#blockOf(container, path, blockId), content);
  }

  /** `list` is Azure's XML of block ids, in their order. */
  async commit(container: string, path: string, list: string): Promise<void> {
    const ids = [...list.matchAll(/<(Latest|Uncommitted|Committed)>([^<]*)<\/\1>/g)].map(
      ([, , id = '']) => id,
    );
    const file = join(this.#folder, randomUUID());
    await write(file, null);
    for (const id of ids) {
      const block = this.#blockOf(container, path, id);
      if (!(await stat(block).catch(() => undefined))) {
        await rm(file, { force: true });
        throw new Problem(400, 'InvalidBlockList', `The block ${id} was not sent`);
      }
      await pipeline(createReadStream(block), createWriteStream(file, { flags: 'a' }));
    }
    await this.#landingZone.take(file, container, path);
    await rm(this.#blobFolder(container, path), { recursive: true, force: true });
  }

  #blobFolder(container: string, path: string): string {
    return join(this.#folder, hashOf(`${container}/${path}`));
  }

  #blockOf(container: string, path: string, blockId: string): string {
    return join(this.#blobFolder(container, path), hashOf(blockId));
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function write(file: string, content: ReadableStream<Uint8Array> | null): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      content ? Readable.fromWeb(content) : [],
      limitBytes(largestPiece),
      createWriteStream(file),
    );
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
