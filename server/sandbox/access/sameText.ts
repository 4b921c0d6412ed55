import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares secrets; takes the same time whatever the texts are. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
