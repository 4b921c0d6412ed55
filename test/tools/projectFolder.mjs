// @ts-check
import { join } from 'node:path';

/** The root of the project, and the ignored folder for what scripts download or draw. */
export const projectFolder = join(import.meta.dirname, '../..');
export const cacheFolder = join(projectFolder, '.cache');
