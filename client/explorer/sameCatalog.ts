import { isDeepStrictEqual } from 'node:util';

/** Whether two snapshots tell the same; when they were taken and how they are laid out is no difference. */
export function sameCatalog(a: string, b: string): boolean {
  const [left, right] = [content(a), content(b)];
  return left !== undefined && isDeepStrictEqual(left, right);
}

/** Undefined for a file that somebody left unreadable. */
function content(text: string): object | undefined {
  try {
    return { ...(JSON.parse(text) as object), takenAt: undefined };
  } catch {
    return undefined;
  }
}
