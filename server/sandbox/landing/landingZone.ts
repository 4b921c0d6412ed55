import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { LandingZoneType } from '../../platform/landingZone';

export const containers: Readonly<Record<LandingZoneType, string>> = {
  user_drop_zone: 'dlz-user-container',
  dlz_destination: 'dlz-destination',
};

export interface LandedFile {
  /** Within its container, with `/` between folders. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The Data Landing Zone: a folder for each container, in the data folder. */
export class LandingZone {
  constructor(private readonly folder: string) {}

  /** Makes the containers, so that people can look into them. */
  async open(): Promise<void> {
    for (const name of Object.values(containers)) await mkdir(join(this.folder, name), { recursive: true });
  }

  /** Where a file lies; `undefined` for a path that leads out of the container, or into none. */
  fileOf(container: string, path: string): string | undefined {
    if (!Object.values(containers).includes(container)) return undefined;
    const steps = path.split('/');
    const isUsable = (step: string): boolean =>
      step !== '' && step !== '.' && step !== '..' && !/[\\\0]/.test(step);
    return steps.every(isUsable) ? join(this.folder, container, ...steps) : undefined;
  }

  async find(container: string, path: string): Promise<LandedFile | undefined> {
    const file = this.fileOf(container, path);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    return found?.isFile() ? { path, size: found.size, modified: found.mtimeMs } : undefined;
  }

  /** All files of a container by path, those whose path starts with `prefix`. */
  async list(container: string, prefix = ''): Promise<readonly LandedFile[]> {
    const root = join(this.folder, container);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => path.startsWith(prefix))
      .sort();
    const files = await Promise.all(paths.map((path) => this.find(container, path)));
    return files.filter((file) => file !== undefined);
  }

  /** Moves a finished file into a container, so that no reader ever sees half of it. */
  async take(file: string, container: string, path: string): Promise<void> {
    const target = this.fileOf(container, path);
    if (target === undefined) throw new Error(`${container}/${path} is no place in the landing zone`);
    await mkdir(dirname(target), { recursive: true });
    await rename(file, target);
  }

  /** Whether there was such a file. */
  async remove(container: string, path: string): Promise<boolean> {
    const found = await this.find(container, path);
    const file = this.fileOf(container, path);
    if (!found || file === undefined) return false;
    await rm(file);
    return true;
  }
}
