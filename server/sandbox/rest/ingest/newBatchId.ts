import { randomBytes } from 'node:crypto';

/** In the form of the Platform's ids, which are ULIDs. */
export function newBatchId(): string {
  return `01${randomBytes(12).toString('hex').toUpperCase()}`;
}
