import { distance } from 'fastest-levenshtein';

/** Is the word so close to the keyword (in capitals) that it must be meant? Letters in the wrong order count as one slip. */
export function isMisspelled(word: string, keyword: string): boolean {
  const upper = word.toUpperCase();
  if (upper.length < 3 || keyword.length < 3 || Math.abs(upper.length - keyword.length) > 2) return false;
  if (upper === keyword) return false;
  const slips = distance(upper, keyword);
  if (slips === 1) return true;
  return slips === 2 && (keyword.length >= 7 || sorted(upper) === sorted(keyword));
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
