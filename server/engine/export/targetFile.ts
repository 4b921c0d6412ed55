import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { firstLine, messageOf, QueryError } from '../queryProblem';

/** A file that is written under another name beside its target, and takes the target's name only when it is whole. */
export interface TargetFile {
  readonly partial: string;
  /** Gives it its name; gives the size in bytes. */
  finish(): Promise<number>;
  discard(): Promise<void>;
}

export async function openTarget(file: string): Promise<TargetFile> {
  const target = resolve(file);
  const partial = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  try {
    if ((await stat(target).catch(() => undefined))?.isDirectory())
      throw new QueryError({ message: `${file} is a folder. Choose a file name` });
    await (await open(partial, 'wx')).close();
  } catch (error) {
    throw writeError(file, error);
  }
  return {
    partial,
    finish: async () => {
      try {
        const { size } = await stat(partial);
        await rename(partial, target);
        return size;
      } catch (error) {
        throw writeError(file, error);
      }
    },
    discard: () => rm(partial, { force: true }),
  };
}

/** Says why a file could not be written, for errors of Node and of DuckDB. */
export function writeError(file: string, error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const said = `${(error as NodeJS.ErrnoException).code ?? ''} ${messageOf(error)}`;
  const cause = causes.find(({ pattern }) => pattern.test(said));
  return new QueryError({
    message: `Could not write ${file}: ${cause?.message ?? firstLine(error)}`,
    ...(cause ? { hint: cause.hint } : {}),
  });
}

const causes = [
  {
    pattern: /ENOSPC|EDQUOT|No space left|quota/i,
    message: 'the disk is full',
    hint: 'Free some space, or choose another disk',
  },
  {
    pattern: /ENOENT|ENOTDIR/,
    message: 'the folder does not exist',
    hint: 'Create the folder, or choose another one',
  },
  {
    pattern: /EACCES|EPERM|EROFS|Permission denied/i,
    message: 'the folder may not be written to',
    hint: 'Choose another folder, or change its permissions',
  },
];
