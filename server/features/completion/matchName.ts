/**
 * How well typed letters fit a name: 0 is best; `undefined` when they do not fit. Runs over thousands of names, which
 * may come in lower case, too.
 */
export function matchName(typed: string, name: string, lower = name.toLowerCase()): number | undefined {
  if (typed === '') return 0;
  const wanted = typed.toLowerCase();
  if (lower.startsWith(wanted)) return lower.length === wanted.length ? 0 : 1;
  let at = lower.indexOf(wanted, 1);
  const isInside = at > 0;
  for (; at > 0; at = lower.indexOf(wanted, at + 1)) if (startsWord(name, at)) return 2;
  if (wanted.length > 1 && lower.startsWith(wanted.charAt(0)) && matchesHumps(wanted, lower, name)) return 3;
  if (wanted.length < 3) return undefined;
  if (isInside) return 4;
  return isSubsequence(wanted, lower) ? 6 : undefined;
}

/**
 * How well typed letters fit several names that follow each other, written as one with capitals: `pageviewsval` and
 * `wpdn` fit `WebWebPageDetails...`. At least three letters must be typed.
 */
export function matchPath(typed: string, joined: string, lower = joined.toLowerCase()): number | undefined {
  const wanted = typed.toLowerCase();
  if (typed.length < 3 || !isSubsequence(wanted, lower)) return undefined;
  const first = wanted.charAt(0);
  for (let at = lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + 1)) {
    if (at > 0 && !startsWord(joined, at)) continue;
    if (lower.startsWith(wanted, at)) return 3;
    if (matchesHumps(wanted, lower, joined, at)) return 4;
  }
  return undefined;
}

/** A word of the name begins here: `Views` in `pageViews`, `view` in `page_view`. */
function startsWord(name: string, at: number): boolean {
  const before = name.charCodeAt(at - 1);
  return !isLetterOrDigit(before) || (!isCapital(before) && isCapital(name.charCodeAt(at)));
}

/** The letters are the first ones of the name's words: `wpd` for `webPageDetails`. */
function matchesHumps(wanted: string, lower: string, name: string, from = 0): boolean {
  let found = 1;
  for (let at = from + 1; at < name.length && found < wanted.length; at++) {
    if (!startsWord(name, at) || !isLetterOrDigit(name.charCodeAt(at))) continue;
    if (lower[at] !== wanted[found]) return false;
    found++;
  }
  return found === wanted.length;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetterOrDigit(code: number): boolean {
  return isCapital(code) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

function isSubsequence(wanted: string, lower: string): boolean {
  let at = 0;
  for (let letter = 0; letter < wanted.length; letter++) {
    at = lower.indexOf(wanted.charAt(letter), at) + 1;
    if (at === 0) return false;
  }
  return true;
}
