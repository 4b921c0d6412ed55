import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { LandingZoneCredentials } from '../../platform/landingZone';
import { containers, type LandedFile, type LandingZone, type LandingZoneAccess } from './landingZone';
import type { SharedAccess } from './sharedAccess';

/** The account that containers belong to, which is the start of their addresses. */
export const storageAccount = 'landingzone';

/** A landing zone on this machine: a folder for each container. */
export class FolderLandingZone implements LandingZone {
  constructor(
    private readonly folder: string,
    private readonly sharedAccess: SharedAccess,
  ) {}

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

  async copyTo(container: string, path: string, target: string): Promise<void> {
    await copyFile(this.#placeOf(container, path), target);
  }

  async take(file: string, container: string, path: string): Promise<void> {
    const target = this.#placeOf(container, path);
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

  credentials(
    containerName: string,
    { revision, expiresAt, origin }: LandingZoneAccess,
  ): Promise<LandingZoneCredentials> {
    const SASToken = this.sharedAccess.token(containerName, revision, expiresAt);
    return Promise.resolve({
      containerName,
      SASToken,
      storageAccountName: storageAccount,
      SASUri: `${origin}/${storageAccount}/${containerName}?${SASToken}`,
    });
  }

  #placeOf(container: string, path: string): string {
    const place = this.fileOf(container, path);
    if (place === undefined) throw new Error(`${container}/${path} is no place in the landing zone`);
    return place;
  }
}
