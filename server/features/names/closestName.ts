import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped or unfinished name most likely means; `undefined` when none is close. Case does not
 * count.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const isBeginning = wanted.length > 2 && other.startsWith(wanted);
    if (!isBeginning && Math.abs(other.length - wanted.length) > least) continue;
    const found = isBeginning ? 1 : distance(wanted, other);
    const isAsNear = found === least && best !== undefined;
    if (found < least || (isAsNear && sharedStart(wanted, other) > sharedStart(wanted, best ?? ''))) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

/** How many letters both begin with: of names that are as near, the one that begins alike is meant. */
function sharedStart(wanted: string, name: string): number {
  const other = name.toLowerCase();
  let count = 0;
  while (count < wanted.length && wanted[count] === other[count]) count++;
  return count;
}
