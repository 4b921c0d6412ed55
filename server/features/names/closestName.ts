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
    if (!isBeginning && Math.abs(other.length - wanted.length) >= least) continue;
    const found = isBeginning ? 1 : distance(wanted, other);
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}
